"""A list that comes packed: the one file in a gzip or a zip, within bounds."""

import io
import zipfile
import zlib

from answerable.model.errors import ListUnreadable
from answerable.preserve.unpack import unpack

_GZIP, _ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
"""How a packing begins; of a zip, one with files and one without (APPNOTE 4.3.7 and 4.3.16)."""


def unpacked(data: bytes, name: str, limit: int) -> tuple[bytes, str]:
    """The file in the packing and what it is called there; what is not packed comes back as it is.

    So does a zip of several files: a workbook is one, and OFAC's CSV comes as one. Raises `ListUnreadable`
    for a packing that is damaged, that is locked, or that holds more than ``limit`` bytes.
    """
    if data.startswith(_GZIP):
        out = unpack(data, "gzip", limit)
        if out.trouble:
            raise _not_readable(name, out.trouble)
        return out.body, name.removesuffix(".gz")
    if data.startswith(_ZIP):
        try:
            return _from_zip(data, name, limit)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise _not_readable(name, "its packing is damaged or locked") from error
    return data, name


def _from_zip(data: bytes, name: str, limit: int) -> tuple[bytes, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [one for one in archive.infolist() if not one.is_dir()]
        if not files:
            raise _not_readable(name, "there is no file in it")
        if len(files) > 1:
            return data, name
        with archive.open(files[0]) as file:
            body = file.read(limit + 1)
    if len(body) > limit:
        raise _not_readable(name, f"it unpacks to more than the limit of {limit:,} bytes")
    return body, files[0].filename.rpartition("/")[2]


def _not_readable(name: str, why: str) -> ListUnreadable:
    return ListUnreadable(file=name, format="a packed list", why=why)
