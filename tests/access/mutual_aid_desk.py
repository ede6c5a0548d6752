"""Rows of the desk, where requests come in."""

from tests.access.row import STRANGERS, Row, in_linde
from wijknetwerk.core.pages import Looks

AT_DESK = {302: "nobody", 404: STRANGERS, 403: "amina els lena ben priya ad", 200: "joost dewi"}

ROWS = [
    Row("mutual_aid:desk", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
]
