"""`wijknetwerk create-admin EMAIL`: make somebody administrator of the platform."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from wijknetwerk.accounts.services import people
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError

COMMAND = Actor.system("command.create_admin")


class Command(BaseCommand):
    """An administrator approves public pages, and opens no door of a network's content."""

    help = "Make somebody administrator of the platform; they sign in with a code by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who it is."""
        parser.add_argument("email", help="e-mail address")
        parser.add_argument("--given-name", default="", help="first name, for somebody new")
        parser.add_argument("--family-name", default="", help="surname, for somebody new")

    def handle(self, *args: Any, **options: Any) -> None:
        """Find or write down the person, and give the right."""
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError(f"'{options['email']}' is no e-mail address.") from error
        try:
            with scope.acting(COMMAND):
                person, new = people.make_administrator(
                    COMMAND,
                    email=options["email"],
                    given_name=options["given_name"],
                    family_name=options["family_name"],
                )
        except DomainError as error:
            raise CommandError(str(error)) from error
        how = "They sign in with a code by mail, and set up a second factor." if new else ""
        self.stdout.write(f"{person.name} is administrator of the platform now. {how}".strip())
