"""The language of a report, from a sample of its body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dragoman.article import Segment, Zone
from dragoman.knowledge.files import load_yaml
from dragoman.sources.errors import NotEnglishError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_SAMPLE = 1_500  # code points
_SHORTEST = 80  # code points: the language of less cannot be told
_PLAIN = 0.1  # share of English small words that settles it; English reports have twice as many
_CHANCE = 0.1  # of being English, below which a report is refused


def check_language(text: str, segments: Sequence[Segment], *, given: str | None, name: str) -> str:
    """The language of a report: "en".

    Args:
        text: its text.
        segments: its zones.
        given: the language that it is said to be in; it goes before what the words look like.
        name: what to call the input in a message.

    Raises:
        NotEnglishError: it is in another language.
    """
    found = given.partition("-")[0].partition("_")[0].lower() if given else _detect(_sample(text, segments))
    if found not in {ENGLISH, "eng", "english"}:
        raise NotEnglishError(
            f"{name}: the report is in {found!r}, not in English: give a translation, "
            "or language='en' if the words are English after all"
        )
    return ENGLISH


def _sample(text: str, segments: Sequence[Segment]) -> str:
    words = " ".join(text[s.start : s.end] for s in segments if s.zone in {Zone.BODY, Zone.CAPTION})
    return words[:_SAMPLE] or text[:_SAMPLE]


def _detect(sample: str) -> str:
    """The language of a sample; English where it cannot be told."""
    if len(sample) < _SHORTEST or _is_plainly_english(sample):
        return ENGLISH
    ranked = _identifier().rank(sample)
    english = next((chance for language, chance in ranked if language == ENGLISH), 0.0)
    return ENGLISH if english >= _CHANCE else str(ranked[0][0])


def _is_plainly_english(sample: str) -> bool:
    """Whether a text's small words settle it, which spares loading the identifier's model."""
    words = sample.lower().split()
    common = frozenset(load_yaml("zones.yaml")["english_words"])
    return sum(word in common for word in words) >= _PLAIN * len(words)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to import

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
