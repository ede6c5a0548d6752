"""Pages of django-allauth that show more than the library knows."""

from typing import Any

from allauth.account.views import LoginView

from wijknetwerk.accounts import openid


class SignInView(LoginView):  # type: ignore[misc]
    """Signing in, with the buttons of accounts elsewhere."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page shows."""
        return {**super().get_context_data(**kwargs), "openid_providers": openid.providers()}
