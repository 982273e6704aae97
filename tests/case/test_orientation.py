"""Images that say to be shown turned, as telephones write them: upright once they are read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from convgen.case.images import read_picture
from convgen.kinds.picture import Picture
from convgen.word.door import Template, fill, load_template
from tests.support.office import pdf_page, to_pdf
from tests.word.conftest import HOUSE_STYLE
from tests.word.specimens import figure, small

ORIENTATION, SOFTWARE = 0x0112, 0x0131
STORED = {  # how an image is stored that must be turned so to stand
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
TURNED = sorted(STORED)
COLOURS = ("red", "lime", "blue", "magenta")  # of the four corners, line by line
MODES = {"JPEG": ("L", "RGB", "CMYK"), "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")}
FORMATS_AND_MODES = [(kind, mode) for kind, modes in MODES.items() for mode in modes]


def standing(width: int = 48, height: int = 32) -> Image.Image:
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate(COLOURS):
        corner = (number % 2 * width // 2, number // 2 * height // 2)
        image.paste(Image.new("RGB", (width // 2, height // 2), colour), corner)
    return image


def said(orientation: object) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION], exif[SOFTWARE] = orientation, "un téléphone"
    return exif


def stored(image: Image.Image, kind: str, orientation: int, **more: object) -> bytes:
    turn = STORED.get(orientation)
    made = io.BytesIO()
    lying = image if turn is None else image.transpose(turn)
    lying.save(made, kind, exif=said(orientation), quality=95, subsampling=0, **more)
    return made.getvalue()


def read(folder: Path, data: bytes) -> Picture:
    path = folder / "logo"
    path.write_bytes(data)
    return read_picture(path)


def shown(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    image.load()
    assert (picture.width, picture.height) == image.size
    assert picture.format == str(image.format).lower()
    return image


def far(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference of a channel between two images."""
    assert (one.size, one.mode) == (other.size, other.mode)
    if one.mode == "I;16":
        return int(one.tobytes() != other.tobytes()) * 255
    extrema = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getextrema()
    return max(int(most) for _, most in extrema)  # type: ignore[misc]


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize(("kind", "mode"), FORMATS_AND_MODES)
def test_an_image_stands_with_its_pixels(
    tmp_path: Path, kind: str, mode: str, orientation: int
) -> None:
    data = stored(
        standing().convert("L" if mode == "I;16" else "RGB").convert(mode), kind, orientation
    )
    found = shown(read(tmp_path, data))
    assert found.size == (48, 32)
    wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert far(found, wanted) <= (12 if kind == "JPEG" else 0)
    if mode == "RGB":
        assert far(found, standing()) <= (24 if kind == "JPEG" else 0)


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("kind", MODES)
def test_the_same_image_gives_the_same_bytes_and_says_no_more(
    tmp_path: Path, kind: str, orientation: int
) -> None:
    data = stored(standing(), kind, orientation)
    first = read(tmp_path, data)
    assert read(tmp_path, data).data == first.data
    assert dict(shown(first).getexif()) == {}
    assert read(tmp_path, first.data).data == first.data


@pytest.mark.parametrize("kind", MODES)
@pytest.mark.parametrize("orientation", [1, 0, 9, 65535])
def test_an_image_that_stands_keeps_its_bytes(tmp_path: Path, kind: str, orientation: int) -> None:
    data = stored(standing(), kind, orientation)
    assert read(tmp_path, data).data == data


@pytest.mark.parametrize("kind", MODES)
def test_a_description_that_cannot_be_read_says_nothing(tmp_path: Path, kind: str) -> None:
    made = io.BytesIO()
    standing().save(made, kind, exif=b"Exif\0\0MM\0*\0\0\xff\xff\xff\xff")
    assert read(tmp_path, made.getvalue()).data == made.getvalue()


def test_what_the_colours_need_is_kept(tmp_path: Path) -> None:
    profile = b"\0" * 128
    photograph = shown(read(tmp_path, stored(standing(), "JPEG", 6, icc_profile=profile)))
    assert photograph.info["icc_profile"] == profile
    logo = standing().convert("P")
    clear = shown(read(tmp_path, stored(logo, "PNG", 6, transparency=3)))
    assert clear.info["transparency"] == 3


@pytest.mark.soffice
def test_libreoffice_shows_each_of_them_upright(tmp_path: Path) -> None:
    template = _template()
    pictures = [read(tmp_path, stored(standing(), "JPEG", turn)) for turn in (1, *TURNED)]
    act = tmp_path / "images.docx"
    act.write_bytes(fill(template, small(*(figure("x", picture) for picture in pictures))))
    page = pdf_page(to_pdf([act], tmp_path)[0])
    middle = page.width / 2  # a figure is centred; 48 dots are 36 points
    for across, colours in ((middle - 9, ["red", "blue"]), (middle + 9, ["lime", "magenta"])):
        assert list(_down(page, int(across))) == colours * len(pictures)


def _template() -> Template:
    template, _ = load_template(HOUSE_STYLE)
    assert template is not None
    return template


def _down(page: Image.Image, across: int) -> Iterator[str]:
    """The colours met from the top of a page to its foot."""
    met = (_name(page.getpixel((across, down))) for down in range(page.height))
    return (name for name, _ in groupby(met) if name)


def _name(dot: object) -> str:
    clear = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (1, 0, 1): "magenta"}
    return clear.get(tuple(round(channel / 255) for channel in dot), "")  # type: ignore[attr-defined]
