"""The page keeps every letter of the text, marks every layer and fetches nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from dragoman.article import Article
from dragoman.formats.html import LAYERS, fragment, page
from dragoman.formats.labels import labels
from dragoman.records import Records
from hand_records import ARTICLE, RECORDS, TEXT, coded

_VOID = {"meta", "br", "wbr"}


class _Tree(HTMLParser):
    """What stands in a page: the article's text, the layers on each letter, ids, links; faults in nesting."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, set[str]]] = []
        self.text = ""
        self.layers: list[set[str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [str(given["id"])] if "id" in given else []
        self.links += [str(given["href"])] if "href" in given else []
        if tag == "br":
            self._add("\n")
        if tag not in _VOID:
            self.open.append((tag, set((given.get("class") or "").split())))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, data: str) -> None:
        classes = set().union(*(c for _, c in self.open)) if self.open else set()
        if "d-text" in classes and "d-label" not in classes:
            self.text += data
            self.layers += [{c.removeprefix("d-") for c in classes} & set(LAYERS)] * len(data)


def _layers_of(words: str) -> set[str]:
    tree = _Tree(page(ARTICLE, RECORDS))
    start = tree.text.index(words)
    return set.intersection(*tree.layers[start : start + len(words)])


@pytest.mark.parametrize(
    ("words", "layers"),
    [
        ("her country", {"content"}),
        ("keep a small team", {"content", "evidence"}),
        ("if the shelling", {"content", "condition"}),
        ("warned", {"cue", "trigger"}),
        ("Mira Solano", {"speaker"}),
        ("On Monday", set()),
    ],
)
def test_overlapping_words_have_all_their_layers(words: str, layers: set[str]) -> None:
    assert _layers_of(words) == layers


def test_every_letter_of_the_text_is_there() -> None:
    assert "".join(_Tree(page(ARTICLE, RECORDS)).text.split()) == "".join(TEXT.split())


@settings(max_examples=60)
@given(coded())
def test_any_article_keeps_its_letters(both: tuple[Article, Records]) -> None:
    article, records = both
    seen = "".join(_Tree(page(article, records)).text.split()).replace("\ufffd", "")
    want = "".join(article.text.split())
    if not re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", want):  # marks that no page can carry
        assert seen == want.replace("\ufffd", "")


def test_labels_lead_to_cards_and_back() -> None:
    tree = _Tree(page(ARTICLE, RECORDS))
    inside = [link[1:] for link in tree.links if link.startswith("#")]
    assert set(inside) <= set(tree.ids)
    assert len(set(tree.ids)) == len(tree.ids)
    for label in labels(RECORDS).values():
        assert any(i.endswith(f"-{label}") and "-w-" not in i for i in tree.ids)


def test_nothing_is_fetched_and_no_script_runs() -> None:
    html = page(ARTICLE, RECORDS)
    assert not _Tree(html).tags & {"script", "link", "img", "iframe"}
    assert "url(" not in html
    assert "@import" not in html
    assert re.findall(r'href="(?!#)([^"]*)', html) == [ARTICLE.url]


def test_an_address_that_is_a_script_is_no_link() -> None:
    bad = Article("Words.", (), url="javascript:alert(1)")
    assert "javascript" not in page(bad, Records(bad.id))


def test_cards_say_who_what_when_on_whose_word_and_why() -> None:
    text = re.sub(r"<[^>]+>", " ", page(ARTICLE, RECORDS))
    flat = " ".join(text.split())
    for words in (
        "Mira Solano [VLM] decline → reporters",
        "via Radio Velmark",
        "why verb:say+ccomp said: on Thursday → 2024-03-14 confidence 0.90",
        "on the word of S2",
        "supersedes P1",
        "was open 11 Mar 2024",
        "one paragraph is in Welsh",
    ):
        assert words in flat


def test_a_fragment_styles_only_itself() -> None:
    css, body = fragment(ARTICLE, RECORDS).removeprefix("<style>").split("</style>\n")
    assert body.startswith('<article class="dragoman">')
    rules = re.sub(r"@media[^{]*\{", "", css)
    for selectors in re.findall(r"([^{}]+)\{[^{}]*\}", rules):
        for selector in re.sub(r"\([^)]*\)", "", selectors).split(","):
            assert ".dragoman" in selector


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_enough_contrast_on_light_and_dark() -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for text, 3 for marks."""
    css = fragment(ARTICLE, RECORDS).split("</style>")[0]
    themes = [
        dict(re.findall(r"--d-([\w-]+): (#[0-9a-f]{6})", block))
        for block in css.split("}")
        if "--d-ink: #" in block
    ]
    full = [t for t in themes if "paper" in t]
    assert len(full) >= 3
    for t in full:
        for ground in ("paper", "said", "if", "if-2", "card"):
            assert _contrast(t["ink"], t[ground]) >= 4.5, (ground, t)
        for mark in ("quiet", "who", "cue", "event", "position"):
            assert _contrast(t[mark], t["paper"]) >= 4.5, (mark, t)
