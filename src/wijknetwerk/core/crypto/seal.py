"""AES-256-GCM over texts and files: `v1:<key id>:<base64 of nonce and ciphertext>`."""

import base64
import binascii
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wijknetwerk.core.crypto import keyring
from wijknetwerk.core.errors import Damaged

VERSION = "v1"
NONCE_BYTES = 12
_FILE_MARK = b"WNK1"


def place_of(model_label: str, row: UUID, field: str) -> str:
    """The place that a ciphertext is bound to: its table, its row and its column."""
    return f"{model_label.lower()}/{row}/{field}"


def encrypt(text: str, *, bound_to: str) -> str:
    """The text as a token that can be read at this place only. Raises KeyMissing."""
    ring = keyring.load()
    sealed = _seal(text.encode(), ring.key(ring.current), ring.current, bound_to)
    return f"{VERSION}:{ring.current}:{base64.b64encode(sealed).decode()}"


def decrypt(token: str, *, bound_to: str) -> str:
    """The text of a token. Raises KeyMissing, or Damaged when it was changed or moved."""
    key_id = key_id_of(token)
    encoded = token.rpartition(":")[2]
    try:
        sealed = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise Damaged from None
    if base64.b64encode(sealed).decode() != encoded:  # one text, one token: no loose bits
        raise Damaged
    return _open(sealed, key_id, bound_to).decode()


def key_id_of(token: str) -> str:
    """The id of the key that this token was made with. Raises Damaged when it is no token."""
    version, _, rest = token.partition(":")
    key_id, colon, _ = rest.partition(":")
    if version != VERSION or not colon:
        raise Damaged
    return key_id


def encrypt_bytes(content: bytes, *, bound_to: str) -> bytes:
    """A file's content, sealed: a mark, the key's id, nonce and ciphertext."""
    ring = keyring.load()
    name = ring.current.encode()
    sealed = _seal(content, ring.key(ring.current), ring.current, bound_to)
    return _FILE_MARK + bytes([len(name)]) + name + sealed


def decrypt_bytes(sealed: bytes, *, bound_to: str) -> bytes:
    """The content of a sealed file. Raises KeyMissing, or Damaged."""
    key_id = key_id_of_bytes(sealed)
    return _open(sealed[len(_FILE_MARK) + 1 + len(key_id) :], key_id, bound_to)


def key_id_of_bytes(sealed: bytes) -> str:
    """The id of the key that a sealed file was made with. Raises Damaged."""
    start = len(_FILE_MARK) + 1
    if not sealed.startswith(_FILE_MARK) or len(sealed) < start:
        raise Damaged
    return sealed[start : start + sealed[start - 1]].decode(errors="replace")


def _seal(content: bytes, key: bytes, key_id: str, bound_to: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, _associated(key_id, bound_to))


def _open(sealed: bytes, key_id: str, bound_to: str) -> bytes:
    key = keyring.load().key(key_id)
    try:
        return AESGCM(key).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _associated(key_id, bound_to)
        )
    except (InvalidTag, ValueError):
        raise Damaged from None


def _associated(key_id: str, bound_to: str) -> bytes:
    return f"{VERSION}:{key_id}:{bound_to}".encode()
