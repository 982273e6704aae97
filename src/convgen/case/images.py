"""An image is read, and decoded once to know that it is one (`docs/adr/0009-images.md`)."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from convgen.case.orientation import upright
from convgen.french.refusal import refusal
from convgen.kinds.picture import Picture
from convgen.system.bounded import read_bytes
from convgen.system.refusals import refused

_MEGABYTE = 1_000_000
MAX_BYTES = 5 * _MEGABYTE
MAX_PIXELS = 20_000_000
_PNG_END = b"IEND\xaeB`\x82"  # Pillow does without it, other readers do not
_FORMATS = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg"}


def read_picture(path: Path) -> Picture:
    """The image at `path`, PNG or JPEG: its bytes as they are, or upright if it says it is not.

    Raises ValueError, in French, for anything else, or too large.
    """
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError as error:
        raise refusal("« {path} » ne se lit pas : {why}", path=path, why=refused(error)) from error
    if len(data) > MAX_BYTES:
        message = "l’image « {path} » dépasse {n} Mo : réduisez-la"
        raise refusal(message, path=path, n=MAX_BYTES // _MEGABYTE)
    return _checked(path, data)


def _checked(path: Path, data: bytes) -> Picture:
    from PIL import Image  # noqa: PLC0415 - 40 ms, only for a case that has an image

    not_one = refusal("« {path} » n’est pas une image PNG ou JPEG lisible", path=path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of bombs: the size is read just below
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            width, height = image.size
            if width * height <= MAX_PIXELS:
                image.load()
                Image.open(
                    io.BytesIO(data), formats=("PNG", "JPEG")
                ).verify()  # each chunk, its end
    except Image.DecompressionBombError:
        width, height = MAX_PIXELS, 2
    except Exception as error:  # a decoder on hostile bytes raises anything
        raise not_one from error
    if width * height > MAX_PIXELS:
        message = "l’image « {path} » a plus de {n} millions de points : réduisez-la"
        raise refusal(message, path=path, n=MAX_PIXELS // 1_000_000)
    cut = image.format == "PNG" and _PNG_END not in data
    if not width or not height or cut or image.format not in _FORMATS:
        raise not_one
    standing = upright(image)
    if standing is not None:
        return Picture(path, standing.data, _FORMATS[image.format], *standing.size)
    return Picture(path, data, _FORMATS[image.format], width, height)
