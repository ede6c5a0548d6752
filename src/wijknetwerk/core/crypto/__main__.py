"""`python -m wijknetwerk.core.crypto FILE`: make the first key ring of a new installation."""

import sys
from pathlib import Path

from wijknetwerk.core.crypto import keyring


def main(arguments: list[str]) -> int:
    """Make the file; refuse to touch one that is there."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("Usage: python -m wijknetwerk.core.crypto FILE", file=sys.stderr)  # noqa: T201
        return 2
    path = Path(arguments[0]).expanduser().resolve()
    if path.exists():
        print(f"{path} is there already; nothing was changed.", file=sys.stderr)  # noqa: T201
        return 1
    keyring.create(path)
    print(f"{path} was made. Keep a copy in a safe place, apart from the backups.")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
