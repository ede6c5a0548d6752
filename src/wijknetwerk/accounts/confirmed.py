"""Whether somebody's e-mail address was confirmed, for apps above."""

from allauth.account.models import EmailAddress


def has_confirmed_address(person_id: int) -> bool:
    """Whether this person has an address that was confirmed by its owner."""
    return bool(EmailAddress.objects.filter(user_id=person_id, verified=True).exists())
