"""Web pages in: main text, captions and credits in their places, what the page says of its report."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.sources import NoArticleError, NotEnglishError, SourceError, load

FIRST = (
    "VESK, Arvania (AP) — The foreign ministers of Arvania and Lower Teland agreed on Tuesday to reopen "
    "the border crossing at Vesk, which had been shut since the spring floods."
)
SECOND = (
    "Officials on both sides said that <a href='/customs'>customs officers</a> would return to the crossing "
    "within two weeks, and that lorries would be let through first."
)
THIRD = (
    "“We have waited long enough,” Jan Novak, the Arvanian minister, told reporters in Novigrad after the "
    "talks, which lasted until the early hours of the morning."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Neighbours reopen border crossing | The Harbour</title>
<meta property="og:title" content="Neighbours reopen border crossing | The Harbour">
<meta property="og:site_name" content="The Harbour"><meta property="article:section" content="World">
<link rel="canonical" href="https://harbour.example/world/vesk">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Neighbours reopen border crossing",
"datePublished": "2021-08-16T09:30:00Z"}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Neighbours reopen border crossing</h1><p class="byline">By Jane Doe | Aug. 16, 2021</p>
<figure><img src="a.jpg"><figcaption>Guards open the gate at Vesk.
 <span class="credit">AFP via Getty Images</span></figcaption></figure>
<div class="share"><a href="#">Share</a> <a href="#">Tweet</a></div>
<div class="story-body"><p>{FIRST}</p><p>{SECOND}</p>
<div class="wp-caption"><img src="b.jpg">
<p class="wp-caption-text">Lorries wait near Vesk. REUTERS/Mary Major</p></div>
<h2>Early hours</h2><p>{THIRD}</p><p>The Associated Press contributed to this report.</p></div></article>
<section class="comments" id="comments"><h3>Comments</h3><p>I have never seen such a gate in all my
life, and I have seen a great many gates, believe me, my friends.</p></section></main>
<aside><figure><figcaption>A teaser for another story altogether</figcaption></figure></aside>
<footer>© The Harbour</footer></body></html>"""


def plain(words: str) -> str:
    """Words without the link in them."""
    return words.replace("<a href='/customs'>", "").replace("</a>", "")


def test_a_page_in_zones() -> None:
    article = load(PAGE.encode())
    assert [(s.zone.value, article.text[s.start : s.end]) for s in article.segments] == [
        ("section", "World"),
        ("headline", "Neighbours reopen border crossing"),
        ("byline", "By Jane Doe"),
        ("caption", "Guards open the gate at Vesk."),
        ("credit", "AFP via Getty Images"),
        ("dateline", "VESK, Arvania (AP) —"),
        ("body", FIRST.partition(" — ")[2]),
        ("body", plain(SECOND)),
        ("caption", "Lorries wait near Vesk."),
        ("credit", "REUTERS/Mary Major"),
        ("headline", "Early hours"),
        ("body", THIRD),
        ("notes", "The Associated Press contributed to this report."),
    ]


def test_what_the_page_says_of_its_report() -> None:
    article = load(PAGE.encode())
    assert article.title == "Neighbours reopen border crossing"
    assert article.outlet == "The Harbour"
    assert article.published == dt.date(2021, 8, 16)
    assert article.url == "https://harbour.example/world/vesk"
    assert article.wires == ("AFP", "AP", "Reuters")


def test_what_is_known_goes_before_what_the_page_says() -> None:
    article = load(
        PAGE.encode(), title="Gate opens", outlet="Wire", published="2021-08-17", url="https://w.example/"
    )
    assert (article.title, article.outlet, article.published, article.url) == (
        "Gate opens",
        "Wire",
        dt.date(2021, 8, 17),
        "https://w.example/",
    )
    assert article.text.startswith("World\n\nGate opens\n\n")


def test_teasers_comments_and_menus_are_out() -> None:
    text = load(PAGE.encode()).text
    assert not [word for word in ("Tweet", "teaser", "many gates", "Home") if word in text]


def test_the_publisher_is_the_outlet_where_the_page_names_no_site() -> None:
    page = PAGE.replace('<meta property="og:site_name" content="The Harbour">', "").replace(
        '"headline"', '"publisher": {"@type": "Organization", "name": "Harbour Press"}, "headline"'
    )
    assert load(page.encode()).outlet == "Harbour Press"


def test_a_heading_that_is_the_outlet_is_no_headline() -> None:
    page = PAGE.replace("<nav>", "<h1>The Harbour News</h1><nav>").replace(
        "| The Harbour", "| The Harbour News"
    )
    assert load(page.encode()).title == "Neighbours reopen border crossing"


def test_a_report_in_chunks_is_read_whole() -> None:
    chunks = "".join(
        f"<div class='row'><div class='chunk'><p>{FIRST} ({n})</p><p>{SECOND} ({n})</p></div></div>"
        f"<div class='advert'>Buy {n} boats</div>"
        for n in range(6)
    )
    start, end = PAGE.index('<div class="story-body">'), PAGE.index("</article>")
    text = load((PAGE[:start] + f"<div class='chunks'>{chunks}</div>" + PAGE[end:]).encode()).text
    assert [text.count(f"({n})") for n in range(6)] == [2] * 6
    assert "boats" not in text


def test_buttons_in_captions_are_no_part_of_them() -> None:
    page = PAGE.replace("<figcaption>Guards", "<figcaption><button>toggle caption</button>Guards")
    assert "toggle" not in load(page.encode()).text


def test_a_caption_repeated_is_given_once() -> None:
    page = PAGE.replace(
        "</figure>\n<div",
        "</figure><figure><figcaption>Guards open the gate at Vesk. "
        "<span class='credit'>AFP via Getty Images</span></figcaption></figure>\n<div",
    )
    assert load(page.encode()).text.count("Guards open the gate") == 1


def test_an_agency_that_publishes_on_a_site_is_not_the_outlet() -> None:
    page = PAGE.replace('"headline"', '"publisher": {"name": "Associated Press"}, "headline"')
    assert load(page.encode()).outlet == "The Harbour"


def test_comments_in_the_source_cut_no_paragraph() -> None:
    page = PAGE.replace("customs officers", "customs <!-- react --> officers")
    assert plain(SECOND) in load(page.encode()).text


def test_line_breaks_part_paragraphs_at_sentence_ends_only() -> None:
    page = PAGE.replace("within two weeks", "within<br>two weeks").replace(
        "the spring floods.", "the spring floods.<br><br>Nobody was hurt."
    )
    text = load(page.encode()).text
    assert "within two weeks" in text
    assert "the spring floods.\n\nNobody was hurt.\n\n" in text


def test_garbled_letters_of_a_page_are_set_right() -> None:
    page = PAGE.replace("“We have", "â€œWe have")
    assert "“We have waited" in load(page.encode()).text


def test_a_page_in_another_encoding() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"')
    assert "“We have waited" in load(page.encode("cp1252")).text


def test_a_page_cut_in_a_tag_is_read_as_far_as_it_goes() -> None:
    cut = PAGE[: PAGE.index("<h2>") + 2]
    assert plain(SECOND) in load(cut.encode()).text


def test_a_page_cut_before_its_report_has_none() -> None:
    with pytest.raises(NoArticleError, match="bytes: no report among the page's"):
        load(PAGE[: PAGE.index("<main>")].encode())


@pytest.mark.parametrize(
    "page", ["<html></html>", "<!doctype html>", "<html><body><p>Short.</p></body></html>"]
)
def test_a_page_without_report(page: str) -> None:
    with pytest.raises(NoArticleError, match="save the page"):
        load(page.encode())


def test_a_page_in_another_language() -> None:
    german = (
        "Die Außenminister von Arvanien und Unterteland haben am Dienstag vereinbart, den Grenzübergang "
        "bei Vesk wieder zu öffnen, der seit dem Hochwasser im Frühjahr geschlossen war."
    )
    page = PAGE.replace(FIRST, german).replace(SECOND, german + " Mehr.").replace(THIRD, german + " Ende.")
    with pytest.raises(NotEnglishError, match="'de'"):
        load(page.encode())


def test_deeply_nested_pages_do_not_crash() -> None:
    page = "<html><body>" + "<div>" * 1_000 + f"<p>{FIRST}</p>" + "</div>" * 1_000
    try:
        assert "agreed on Tuesday" in load(page.encode()).text
    except SourceError as error:
        assert "bytes" in str(error)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(PAGE)))
def test_a_page_cut_anywhere_is_read_or_refused(end: int) -> None:
    try:
        article = load(PAGE[:end].encode())
    except SourceError:
        return
    assert all(article.text[s.start : s.end].strip() for s in article.segments)
