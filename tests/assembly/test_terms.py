"""Defined terms, and roles that several parties hold."""

from __future__ import annotations

from tests.library.shelf import CASE, PROGRAMME, Shelf

# Terms


def test_a_term_is_defined_before_it_is_used(shelf: Shelf) -> None:
    shelf.edit("clauses/parties/comparution.md", ("**{{ partie.nom }}**", "{{ parties_ensemble }}"))
    fault = shelf.only()
    assert (fault.code.value, fault.span.file.name) == ("CG209", "comparution.md")
    assert "« les Parties »" in fault.message
    assert "« parties/comparution » la donne trop tard" in fault.message
    assert (fault.span.line, fault.span.column) == (9, 4)


def test_a_term_never_defined(shelf: Shelf) -> None:
    shelf.edit("clauses/parties/comparution.md", ("{{ parties_ensemble.definition }}", "x"))
    shelf.body("Les parties_ensemble.\n\nToutes {{ parties_ensemble }}.\n")
    fault = shelf.only()
    assert (fault.code.value, fault.span.line, fault.span.column) == ("CG209", 10, 11)
    assert "nulle part" in fault.message
    assert "{{ parties_ensemble.definition }}" in fault.help


def test_a_term_defined_twice_names_both_clauses(shelf: Shelf) -> None:
    shelf.body("{{ commune }}, soit {{ commune.definition }}.\n")
    fault = shelf.only()
    assert (fault.code.value, fault.span.line) == ("CG209", 8)
    assert "deuxième fois" in fault.message
    assert "« parties/comparution »" in fault.message
    assert fault.span.column == 24


def test_a_term_that_nobody_uses_needs_no_definition(shelf: Shelf) -> None:
    shelf.edit("clauses/parties/comparution.md", ("{{ parties_ensemble.definition }}", "x"))
    assert shelf.faults() == []


# Several parties in one role


SECOND = """\
  commune:
    - nature: commune
      denomination: Ville d’Orly
      siren: 200000008
      siege: {adresse: a, code_postal: 94310, commune: Orly}
      signataire: {civilite: Madame, prenom: A, nom: B, qualite: maire}
      habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}
    -"""


def several(shelf: Shelf) -> None:
    """Two communes hold the role of one."""
    shelf.edit(
        PROGRAMME, ("{designation: la Commune}", "{designation: les Communes, genre: féminin}")
    )
    text = (shelf.root / CASE).read_text()
    head, _, rest = text.partition("  commune:\n")
    first, _, tail = rest.partition("  association:")
    indented = first.replace("\n    ", "\n      ").replace("    nature", " nature", 1)
    shelf.write(CASE, f"{head}{SECOND}{indented}  association:{tail}")


def test_a_role_held_by_several(shelf: Shelf) -> None:
    several(shelf)
    shelf.body("{{ commune }} sont {{ 'tenu' | accord(commune) }} : {{ commune.il }}.\n")
    assert shelf.faults() == []
    assert shelf.lines(key="comparution") == [
        "comparution Ville d’Orly, ci-après « les Communes »,",
        "comparution Ville de Choisy-le-Roi, ci-après « les Communes »,",
        "comparution Les Amis du Parc, ci-après « l’Association »,",
        "comparution ci-après « les Parties ».",
    ]
    assert shelf.lines() == ["Les Communes sont tenues : elles."]
    (signatures,) = shelf.blocks(key="signature")[-1:]
    assert len(signatures.rows[0]) == 3
    shelf.body("{{ commune.nom }}\n")
    assert "plusieurs parties" in shelf.only().message
    assert "boucle" not in shelf.only().message
    assert "{% for x in commune %} {{ x.nom }} {% endfor %}" in shelf.only().help
    shelf.body("{% for x in commune %}\n{{ x.nom }}.\n\n{% endfor %}\n")
    assert shelf.faults() == []
    assert shelf.lines() == ["Ville d’Orly.", "Ville de Choisy-le-Roi."]
    shelf.body("Un alinéa.\n")
    shelf.edit(
        PROGRAMME,
        ("    clauses: [objet/projet]", "    si: commune.siege\n    clauses: [objet/projet]"),
    )
    fault = shelf.only()
    assert fault.code.value == "CG210"
    assert "plusieurs parties" in fault.message


def test_each_of_several_is_the_role(shelf: Shelf) -> None:
    several(shelf)
    for sign, wanted in (("=", ["Orly", "Choisy"]), ("!=", ["Les Amis"])):
        test = f"{{% if partie {sign} commune %}}\n- {{{{ partie.nom }}}}\n\n{{% endif %}}"
        shelf.body(f"{{% for partie in parties %}}\n{test}\n{{% endfor %}}\n")
        shown = shelf.lines()
        assert len(shown) == len(wanted)
        assert all(name in one for name, one in zip(wanted, shown, strict=True))


def test_a_loop_goes_through_a_role(shelf: Shelf) -> None:
    shelf.body("{% for x in commune %}\n{{ loop.index }} {{ x.nom }}\n\n{% endfor %}\n")
    assert shelf.lines() == ["1 Ville de Choisy-le-Roi"]
    several(shelf)
    shelf.body("{% for x in commune %}\n{{ loop.index }} {{ x.nom }}\n\n{% endfor %}\n")
    assert shelf.lines() == ["1 Ville d’Orly", "2 Ville de Choisy-le-Roi"]
