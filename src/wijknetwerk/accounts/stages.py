"""Steps of signing in that differ from django-allauth's."""

from typing import Any

from allauth.account import stages


class AddressStage(stages.EmailVerificationStage):  # type: ignore[misc]
    """An e-mail address must be confirmed first, unless the person signs in
    with a name code (decision 0006)."""

    def handle(self) -> Any:
        """Go on for who signs in with a name code."""
        person = self.login.user
        if person is not None and person.login_name and not self.login.email:
            return None, True
        return super().handle()
