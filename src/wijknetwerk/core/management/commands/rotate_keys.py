"""`wijknetwerk rotate-keys`: a new key for everything that is encrypted."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.crypto import keyring, rotation


class Command(BaseCommand):
    """Can be stopped at any moment and started again; the platform stays in use meanwhile."""

    help = "Takes a new key and encrypts everything anew with it; goes on if it was stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option."""
        parser.add_argument(
            "--keep-key",
            action="store_true",
            help="Take no new key: bring everything under the key that is current now.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rotate and tell."""
        new_key = not options["keep_key"]
        if new_key and keyring.is_from_environment():
            raise CommandError(
                f"The keys come from {keyring.ENVIRONMENT}: put the new key there first, make it"
                " current, and run this again with --keep-key."
            )
        actor = Actor.system("command.rotate_keys")
        with scope.acting(actor):
            done = rotation.rotate(new_key=new_key, progress=self._show)
            log.record(
                actor, "core.keys_rotated", None, fingerprint=done.fingerprint, changed=done.changed
            )
        begun = "An earlier rotation was finished." if done.resumed else "Done."
        self.stdout.write(f"{begun} {done.changed} encrypted anew; key {done.fingerprint}.")
        self.stdout.write("Keep a copy of the key ring in a safe place, apart from the backups.")

    def _show(self, title: str, done: int, total: int) -> None:
        self.stdout.write(f"{title}: {done} of {total}")
        self.stdout.flush()
