"""What this part of mutual aid registers: the example."""

from wijknetwerk.core.registries import ExampleData, example_data
from wijknetwerk.mutual_aid import example


def register() -> None:
    """Called once, when the app is ready."""
    example_data.register("mutual_aid", ExampleData(46, example.load_all))
