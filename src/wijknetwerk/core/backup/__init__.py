"""Backup and restore (rule K2, decision 0011): one archive with database, files and a manifest.

Never with keys: the manifest says by their fingerprints which keys the content needs.
"""

from wijknetwerk.core.backup.make import make
from wijknetwerk.core.backup.manifest import BackupError, Manifest
from wijknetwerk.core.backup.restore import Restored, examine, is_empty, restore

__all__ = ["BackupError", "Manifest", "Restored", "examine", "is_empty", "make", "restore"]
