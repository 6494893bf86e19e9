"""The differences of two runs as one HTML page, which needs nothing beside itself."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape
from typing import Final

from quotes.review.differences import CHANGES, Comparison, Difference

_STYLE: Final = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ddd; }
th { position: sticky; top: 0; background: #f3f3f3; }
td.number { text-align: right; }
tr.accepted td:first-child { border-left: 4px solid #c0392b; }
del { background: #fbd5d0; text-decoration: none; } ins { background: #cfeed5; text-decoration: none; }
.small { color: #666; font-size: 13px; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1b1b; color: #ddd; } th { background: #2a2a2a; } th, td { border-color: #444; }
  del { background: #6b2d27; } ins { background: #24502f; }
}
"""


def as_page(comparison: Comparison) -> str:
    """The page; every text from the runs is escaped."""
    old, new = comparison.old, comparison.new
    counts = "".join(
        f'<tr><td class="number">{count:,}</td><td>{change}</td><td>{escape(CHANGES[change])}</td></tr>'
        for change, count in comparison.counts().items()
    )
    rows = "\n".join(_row(one) for one in comparison.differences)
    verdict = (
        f"<p><strong>{comparison.broken:,} accepted rows of OLD are lost or changed.</strong></p>"
        if comparison.broken
        else "<p>No accepted row of OLD is lost or changed.</p>"
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>quotes diff</title><style>{_STYLE}</style></head><body>
<h1>What changed</h1>
<p>OLD is {escape(old.name)} with {len(old.rows):,} rows, of which a reviewer accepted {old.accepted:,}; NEW is
{escape(new.name)} with {len(new.rows):,} rows.</p>
{verdict}
<table><tbody><tr><td class="number">{comparison.same:,}</td><td>same</td><td>nothing differs</td></tr>{counts}</tbody>
</table>
<table><thead><tr><th>change</th><th>before</th><th>after</th><th>quotation</th><th>article</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def _row(one: Difference) -> str:
    before, after = _marked(one)
    quote = "" if one.change == "wording" else escape(one.row["quote"])
    accepted = ' class="accepted"' if one.is_guarded else ""
    note = '<br><span class="small">accepted</span>' if one.is_guarded else ""
    place = f'{escape(one.row.article)}<br><span class="small">{escape(one.row.quote_id)}</span>'
    cells = "".join(f"<td>{cell}</td>" for cell in (one.change + note, before, after, quote, place))
    return f"<tr{accepted}>{cells}</tr>"


def _marked(one: Difference) -> tuple[str, str]:
    """Before and after, the words that differ marked where a wording changed."""
    if one.change != "wording":
        return escape(one.before), escape(one.after)
    old, new = one.before.split(), one.after.split()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        " ".join(_words(((tag != "equal", old[a:b]) for tag, a, b, _, _ in steps), "del")),
        " ".join(_words(((tag != "equal", new[a:b]) for tag, _, _, a, b in steps), "ins")),
    )


def _words(stretches: Iterator[tuple[bool, list[str]]], tag: str) -> Iterator[str]:
    for differs, words in stretches:
        if words:
            text = escape(" ".join(words))
            yield f"<{tag}>{text}</{tag}>" if differs else text
