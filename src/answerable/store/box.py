"""Small secrets in a locked box: ChaCha20-Poly1305, with the key from a passphrase or a key file."""

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from answerable.model.errors import WrongKey
from answerable.model.ids import Entropy

NONCE = 12


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a workspace: a passphrase, or the bytes of a key file."""

    material: bytes
    is_passphrase: bool

    def key(self, salt: bytes) -> bytes:
        """32 bytes. A passphrase is stretched by Argon2id with 64 MiB and 3 passes (RFC 9106, §4)."""
        if self.is_passphrase:
            stretch = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=64 * 1024)
            return stretch.derive(self.material)
        return HKDF(SHA256(), length=32, salt=salt, info=b"answerable key file").derive(self.material)


def seal(key: bytes, data: bytes, entropy: Entropy) -> bytes:
    """Lock ``data``; the result begins with its nonce."""
    nonce = entropy(NONCE)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, data, None)


def unseal(key: bytes, box: bytes) -> bytes:
    """Open what `seal` made; raise `WrongKey` where key and box do not belong together."""
    try:
        return ChaCha20Poly1305(key).decrypt(box[:NONCE], box[NONCE:], None)
    except (InvalidTag, ValueError) as error:
        raise WrongKey from error
