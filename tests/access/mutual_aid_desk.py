"""Rows of the desk: Joost and Dewi keep it."""

from tests.access.row import STRANGERS, Row, in_linde
from wijknetwerk.core.pages import Looks

OTHERS = "amina els lena ben priya ad"
AT_DESK = {302: "nobody", 404: STRANGERS, 403: OTHERS, 200: "joost dewi"}
ACTS = {302: "nobody joost dewi", 404: STRANGERS, 403: OTHERS}

ROWS = [
    Row("mutual_aid:desk", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:desk_calls", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:desk_calls_paper", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:desk_counter", ACTS, in_linde, method="POST", data={"on": "yes"}),
]
