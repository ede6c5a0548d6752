"""How long random histories are: short in `make test`, which runs 300 of them on each database."""

import os


def steps(usual: int) -> int:
    """So many steps; twice as many in `make test-long`."""
    return 2 * usual if os.environ.get("WIJKNETWERK_LONG") else usual
