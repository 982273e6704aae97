"""Texts at random around the language: its own forms, and those of other markups and of pastes."""

from __future__ import annotations

from hypothesis import strategies as st

VALUES = {"nom": "Hugues Moutouh", "signe": "*a* | - x", "prix": "1 250 €"}
NAMES = {**VALUES, "vrai": True, "un": ("seul",)}

WORDS = (
    *("le bénéficiaire", "Le préfet", "l'acte", "L’État", "une convention", "article", "mot"),
    *("œuvre", "12 mois", "2,5", "2026", "1 200 €", "84 %", "n° 12", "art. 3", "M. Dupont"),
    *(
        "L. 1611-4",
        "R. 2",
        "A. N. C. T.",
        "c. civ.",
        "le 3 mars",
        "1er",
        "12:30",
        "3° de l’article",
    ),
    *("{{ nom }}", "{{ signe }}", "{{ prix }}", "a_b@c.fr", "https://a.fr/b_c", "01 02 03 04 05"),
)
EMPHASIS = (
    *("**gras**", "*italique*", "***deux***", "**le *mot* gras**", "**deux mots**", "(*mot*)"),
    *("5*6", "mot*mot", "**", "*", "** gras **", "**gras", "gras**", "*a", "a*", "****", "*a*b"),
    *("2*3*4", "l'*acte*", "« *acte* »", "**a**b", "**a**, *b*", "***a** b*", "**{{ nom }}**"),
)
SIGNS = (
    *("\\*", "\\|", "\\_", "\\#", "\\-", "1\\.", "\\\\", "\\a", "\\", "|", "_", "#", "-", "–"),
    *("&", "@", "+", "=", "~", "^", "§", "€", "...", "…", "«", "»", '"', "'", "(", ")", ";", ":"),
    *("!", "?", ",", ".", "<", ">", "/", "[", "]", "{", "}", "$", "%", "°", "©", "\u00ad", "→"),
)
FOREIGN = (
    *(
        "[^1]",
        "[^1]: note",
        "[lien](http://a.fr)",
        "![](x.png)",
        "<b>",
        "<br/>",
        "&nbsp;",
        "&#160;",
    ),
    *(
        "`code`",
        "```",
        "~~~",
        "~~barré~~",
        "m^2^",
        "H~2~O",
        "==mot==",
        "_mot_",
        "__mot__",
        "[[mot]]",
    ),
    *("'''mot'''", "''mot''", "{{{mot}}}", "\\textbf{mot}", "\\item", "$x$", "[x]", "[ ]", "---"),
    *("===", "***", "___", "* * *", "- - -", "{.classe}", ":::", "[à]", "(c)", "{# vu #}", "a|b"),
)
BULLETS = "-–—−•▪‣·*+◦●○■□►➢✓→∙o"
LABELS = (
    *("1.", "2.", "3.", "1)", "2)", "(1)", "1°", "2°", "1º", "A.", "B.", "a.", "a)", "b)", "(a)"),
    *("i)", "ii)", "I.", "II.", "I -", "II –", "1.1", "1.1.", "①", "⒈", "1/", "1 -", "1.-", "10."),
    *("1\\.", "2024.", "0.", "1 .", "1 )", "§1", "Art. 1", "1°)", "x)", "A)", "I)", "c.", "civil)"),
)
BLANKS = (" ", " ", " ", "\t", "\u00a0", "  ", "")
MARGINS = ("", "", "", "", "  ", "   ", "    ", "\t", " ", "     ", "\u00a0\u00a0", "        ")

_plain = st.sampled_from(WORDS)
_odd = st.sampled_from((*EMPHASIS, *SIGNS, *FOREIGN, *WORDS))
_joins = st.sampled_from((" ", " ", " ", " ", "", "\u00a0", "\t", ", ", " ; "))
_calm = st.lists(st.one_of(_plain, st.sampled_from(EMPHASIS[:6])), min_size=1, max_size=4)


@st.composite
def _words(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 3)):
        return " ".join(draw(_calm))
    odd: list[str] = draw(st.lists(_odd, min_size=1, max_size=4))
    return odd[0] + "".join(draw(_joins) + one for one in odd[1:])


@st.composite
def _marked(draw: st.DrawFn) -> str:
    marks = st.sampled_from((*BULLETS, "- -", "–", "-", "-", *LABELS, "##", "###", "#", ">", "> -"))
    mark = draw(marks) + draw(st.sampled_from(BLANKS))
    return f"{draw(st.sampled_from(MARGINS))}{mark}{draw(_words())}"


@st.composite
def _list(draw: st.DrawFn) -> str:
    """Items that follow each other, with one of the others' ways in them at times."""
    margin, blank = draw(st.sampled_from(MARGINS[:7])), draw(st.sampled_from(BLANKS[:5]))
    end = draw(st.sampled_from((".", ")", "°", *"-–•▪·*o")))
    lines = []
    for rank in range(1, draw(st.integers(2, 4)) + draw(st.sampled_from((0, 0, 0, 1)))):
        mark = f"{rank}{end}" if end in ".)°" else end
        between = draw(st.sampled_from(("", "", "", "", "", "\n", f"{margin}  suite\n")))
        lines.append(f"{between}{margin}{mark}{blank}{draw(_words())}")
    return "\n".join(lines)


@st.composite
def _table(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 3))
    cell = st.one_of(_plain, _plain, _odd, st.sampled_from(("", "-", "—", "a \\| b")))
    rows = draw(st.lists(st.lists(cell, min_size=1, max_size=width), min_size=1, max_size=3))
    dashes = draw(st.sampled_from(("---", ":-:", "--:", "-", ":--"))) + "|"
    head = "|".join(draw(_plain) for _ in range(width))
    lines = [f"| {head} |", f"|{dashes * width}", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)


_page = st.sampled_from(
    ("Alinéa\n======", "Titre\n---", "1\\. Titre", "    retrait", "\tretrait", "| a | b |", "|---|")
)
_lines = st.one_of(_words(), _words(), _marked(), _list(), _table(), _words(), _page)
_tags = st.sampled_from(
    (
        ("{% if vrai %}", "{% endif %}"),
        ("{% for x in un %}", "{% endfor %}"),
        ("{# rien #}", "{# rien #}"),
    )
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A few lines, some under tags."""
    blocks = draw(st.lists(_lines, min_size=1, max_size=4))
    between = [draw(st.sampled_from(("\n\n", "\n\n", "\n\n", "\n", "\n\n\n"))) for _ in blocks]
    if draw(st.integers(0, 3)) == 0:
        rank = draw(st.integers(0, len(blocks) - 1))
        opened, closed = draw(_tags)
        blocks[rank] = f"{opened}\n{blocks[rank]}\n{closed}"
    return "".join(block + gap for block, gap in zip(blocks, between, strict=True))
