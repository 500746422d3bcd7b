"""A zip file packed again so that only what is in it decides its bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)


def repacked(packed: bytes) -> bytes:
    """The same files in the same order, without the time and machine they were packed at."""
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return out.getvalue()
