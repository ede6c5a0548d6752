"""What higher apps do when somebody's place or role in a network begins or ends (rule N2)."""

from collections.abc import Callable
from typing import Any

from wijknetwerk.core.registries.lists import Registry

# Called with the membership (its network and person at hand), in the transaction of what ends it.
MemberEnded = Callable[[Any], None]

member_ended: Registry[MemberEnded] = Registry()

# Called with the role that began or ended, in its transaction: what waited for who holds it waits
# for who holds it now.
RoleChanged = Callable[[Any], None]

role_changed: Registry[RoleChanged] = Registry()
