"""Encryption of what only people may read: fields and files (rule K1, decision 0009).

`encrypt` and `decrypt` bind a text to its place (`place_of`), so that ciphertext which is copied
to another row, column or table can't be read there. Models use `core.fields.EncryptedTextField`.
"""

from wijknetwerk.core.crypto.keyring import fingerprint, fingerprints
from wijknetwerk.core.crypto.seal import (
    decrypt,
    decrypt_bytes,
    encrypt,
    encrypt_bytes,
    key_id_of,
    key_id_of_bytes,
    place_of,
)

__all__ = [
    "decrypt",
    "decrypt_bytes",
    "encrypt",
    "encrypt_bytes",
    "fingerprint",
    "fingerprints",
    "key_id_of",
    "key_id_of_bytes",
    "place_of",
]
