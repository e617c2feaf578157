"""Several things in one cell: lists and contacts."""

from __future__ import annotations

from tests.loaders.matrix.composed.facts import Fact, qualified, says
from tests.loaders.matrix.composed.scene import Scene
from tests.loaders.matrix.composed.wording import plain

JOINTS = [", ", ", ", "; ", "\n", " / ", " | ", " + ", ",", " • "]
STARTS = ["• ", "- ", "– "]


def splits_itself(label: str) -> bool:
    """Whether a label read in a list could be taken for two."""
    return any(joint in label for joint in (" und ", ",", " sowie ", ";", "+", " & ", "|", " – ")) or "/" in label


def labels(scene: Scene, kind: str, count: int) -> list[str]:
    """Return names of a kind that may stand in a list without doubt."""
    found: list[str] = []
    for label in scene.words.labels(kind, count * 3):
        if not splits_itself(plain(label)) and len(found) < count:
            found.append(scene.concept(kind, plain(label)))
    return found


class Lister:
    """How one author writes lists: mostly one way, sometimes another."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.joint = scene.rng.choice(JOINTS)
        self.mixed = scene.chance("mixed_separators", 0.25)

    def join(self, items: list[str]) -> str:
        """Return the items as one cell's text."""
        rng = self.scene.rng
        if len(items) == 1:
            return items[0]
        self.scene.show("lists_in_cells")
        joint = rng.choice(JOINTS) if self.mixed else self.joint
        if not self.scene.words.can_write(joint):
            joint = ", "
        if self.mixed and rng.random() < 0.3:
            start = rng.choice([start for start in STARTS if self.scene.words.can_write(start)])
            return "\n".join(f"{start}{item}" for item in items)
        if self.mixed and rng.random() < 0.2:
            return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
        if joint in (", ", "; ") and rng.random() < 0.25:
            return joint.join(items[:-1]) + rng.choice([" und ", " sowie "]) + items[-1]
        return joint.join(items)


def contact_cell(scene: Scene, actor: str, **dims: object) -> tuple[str, list[Fact]]:
    """Return one cell with a name, a phone and a mail, and what it says."""
    rng, words = scene.rng, scene.words
    name, phone, mail = words.text("teams"), words.phone(), words.mail(actor)
    form = rng.choice(
        ["{}\n{}\n{}", "{}, Tel. {}, {}", "{}\nTel.: {}\nMail: {}", "{}; {}; {}", "{} / {} / {}", "{}, {}\n{}"]
    )
    if "/" in phone and " / " in form:
        form = "{}\n{}\n{}"
    scene.show("multi_contacts")
    known: dict[str, object] = {"contact": name, **dims}
    return form.format(name, phone, mail), [
        says(actor, "contact_name", name, **dims), says(actor, "contact_phone", phone, **known), says(actor, "contact_mail", mail, **known),
    ]  # fmt: skip


def contact_columns(scene: Scene, actor: str, count: int, **dims: object) -> dict[str, tuple[str, list[Fact]]]:
    """Return names, phones and mails of ``count`` contacts, one column each, a line per contact."""
    words = scene.words
    names: list[str] = []
    while len(names) < count:
        if (team := words.text("teams")) not in names:
            names.append(team)
    phones, mails = [words.phone() for _ in names], [words.mail(actor) for _ in names]
    joint = scene.rng.choice(["\n", "\n", "; ", ", "])
    if count > 1:
        scene.show("multi_contacts")
    return {
        "contact_name": (joint.join(names), [says(actor, "contact_name", name, **dims) for name in names]),
        "contact_phone": (
            joint.join(phones),
            [
                qualified(says(actor, "contact_phone", phone, **dims), {"contact": name})
                for name, phone in zip(names, phones, strict=True)
            ],
        ),
        "contact_mail": (
            joint.join(mails),
            [
                qualified(says(actor, "contact_mail", mail, **dims), {"contact": name})
                for name, mail in zip(names, mails, strict=True)
            ],
        ),
    }
