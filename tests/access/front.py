"""Rows of front."""

from tests.access.row import ALL_SIGNED_IN, EVERYBODY_SEES, STRANGERS, Row, in_linde

LEADERS = {302: "nobody", 404: STRANGERS, 403: "amina els lena ben priya", 200: "joost ad dewi"}
TOLD = {"heading": "Koffie in de wijk", "piece": "whatsapp"}

ROWS = [
    Row("front:home", EVERYBODY_SEES),
    Row("front:networks", EVERYBODY_SEES),
    Row("front:map", EVERYBODY_SEES),
    Row("front:map_points", EVERYBODY_SEES),
    Row("front:search", EVERYBODY_SEES),
    Row("front:today", ALL_SIGNED_IN),
    Row("front:tell", LEADERS, in_linde),
    Row("front:tell", LEADERS, in_linde, method="POST", data=TOLD),
    Row("front:feed", EVERYBODY_SEES, in_linde),
    Row("front:privacy", EVERYBODY_SEES),
    Row("front:accessibility", EVERYBODY_SEES),
    Row("front:robots", EVERYBODY_SEES),
    Row("front:security", EVERYBODY_SEES),
]
