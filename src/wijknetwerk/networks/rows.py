"""What the models of higher apps build on: a row of a network, and periods (rule A4)."""

from wijknetwerk.networks.models.base import NetworkRow, Period, within

__all__ = ["NetworkRow", "Period", "within"]
