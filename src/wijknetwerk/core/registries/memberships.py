"""What higher apps let go of when somebody's place in a network ends (rule N2)."""

from collections.abc import Callable
from typing import Any

from wijknetwerk.core.registries.lists import Registry

# Called with the membership (its network and person at hand), in the transaction of what ends it.
MemberEnded = Callable[[Any], None]

member_ended: Registry[MemberEnded] = Registry()
