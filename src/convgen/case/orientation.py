"""An image that says to be shown turned, as telephones write them, is turned for good.

Word and LibreOffice show the pixels of an image in a file as they are stored.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112  # of Exif
_KEPT = ("icc_profile", "transparency")  # what the colours of an image need
_AS_GOOD: dict[str, dict[str, int | bool]] = {
    "JPEG": {"quality": 95, "subsampling": 0},
    "PNG": {"compress_level": 9},
}


class Standing(NamedTuple):
    """The bytes of an image that was turned, and its size in pixels."""

    data: bytes
    size: tuple[int, int]


def upright(image: Image) -> Standing | None:
    """An image decoded, turned as it says; None for one that is shown as it is stored.

    The same pixels and colours, and nothing else of what the file said: neither the place nor
    the date of a photograph.
    """
    from PIL import Image as Images  # noqa: PLC0415 - see `convgen.case.images`

    turns = {
        2: Images.Transpose.FLIP_LEFT_RIGHT,
        3: Images.Transpose.ROTATE_180,
        4: Images.Transpose.FLIP_TOP_BOTTOM,
        5: Images.Transpose.TRANSPOSE,
        6: Images.Transpose.ROTATE_270,
        7: Images.Transpose.TRANSVERSE,
        8: Images.Transpose.ROTATE_90,
    }
    turn = turns.get(_said(image))
    if turn is None:
        return None
    turned = image.transpose(turn)
    kept = {name: image.info[name] for name in _KEPT if name in image.info}
    turned.info = {}
    made = io.BytesIO()
    format_ = "PNG" if image.format == "PNG" else "JPEG"
    turned.save(made, format_, **_AS_GOOD[format_], **kept)
    return Standing(made.getvalue(), turned.size)


def _said(image: Image) -> int:
    """The orientation that an image says, from 1 to 8; 1 where it says nothing that can be read."""
    try:
        said = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # a description of hostile bytes raises anything
        return 1
    return said if type(said) is int else 1
