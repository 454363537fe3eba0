"""Who warns of what others do charges them with it; who warns of his own deed threatens."""

from __future__ import annotations

from dragoman.events.frames import Lexicon, Operator
from dragoman.events.happening import Happening
from dragoman.events.syntax import is_verb
from dragoman.records import Actor, Status

_WARN = "warn"
_ACCUSE = "accuse"
_DEEDS = frozenset({"force", "military"})
_TOLD = frozenset({"VBD", "VBG", "VBN"})


def charging(operator: Operator, inner: Happening, people: tuple[Actor, ...], lexicon: Lexicon) -> Operator:
    """The operator, or that of an accusation where others' deeds are told ("warned of Peru moving").

    Args:
        operator: the operator. inner: the event under it. people: who warns. lexicon: the operators.
    """
    own = {a.country for a in people}
    others = bool(inner.actors) and not any(a.country in own for a in inner.actors)
    told = inner.status is Status.ACTUAL and is_verb(inner.anchor) and inner.anchor.tag in _TOLD
    charged = operator.name == _WARN and inner.group in _DEEDS and others and told
    return lexicon.named[_ACCUSE] if charged else operator
