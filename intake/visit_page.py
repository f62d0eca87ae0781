"""What the link of a volunteer shows once a neighbour knows that they come, state by state, and how it is proved.

No page of it says who is helped but the one of `visit_details`, and that is only ever the answer to a look with the
cookie of a proof, never to a form that was sent (docs/adr/0018-second-proof.md).
"""

from datetime import date

import structlog

from community import casework
from community.casework import VisitSeen, VisitState, WorkContext
from community.wording import first_upper, moment_words, weekday_words, wording
from intake.form_page import number_html
from intake.link_pages import ASKED, GoOn, LinkPage, LinkVisit
from intake.link_parts import BUTTON, errors_html, facts_html, ring_html, typed_html
from intake.proof_cookie import PROVED_FOR, is_proved, seal_proof
from intake.report_notes import ReportNote, notes_html
from intake.report_pages import ReportStep, off_html, report_page, send_report
from intake.visit_details import details_html

_log = structlog.get_logger(__name__)
PROVE, SAID = "prove", "proof"
"""The button and the field of the proof."""
_KNOWN_BY = "your postcode, or the last four digits of your telephone number"
_CAN = {
    VisitState.NOT_YET: (ReportStep.OFF,),
    VisitState.PROVE: (ReportStep.GIVEN, ReportStep.NOBODY, ReportStep.OFF),
    VisitState.RING: (ReportStep.GIVEN, ReportStep.NOBODY, ReportStep.OFF),
    VisitState.OVER: (ReportStep.WORRY, ReportStep.NOBODY),
}
_LINKS = {
    ReportStep.GIVEN: "Help was given",
    ReportStep.NOBODY: "Nobody opened",
    ReportStep.WORRY: "I am worried about them",
}


def serve_visit(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page of a visit, or the way on after a proof or a report."""
    seen = casework.see_visit(context, visit.message_id)
    if visit.posted is None:
        step = _step(seen, visit.asked)
        return report_page(context, seen, step) if step else _state_page(context, visit, seen)
    if visit.sent(BUTTON) == PROVE:
        return _prove(context, visit, seen)
    step = _step(seen, visit.sent(BUTTON))
    if step is None or (seen.state is VisitState.OVER and step is not ReportStep.WORRY):
        return _came_late(context, visit, seen)
    return send_report(context, visit, seen, step)


def may_report(seen: VisitSeen) -> tuple[ReportStep, ...]:
    """What can be said of the visit as it stands now."""
    # Whoever was on the way when the other one dropped out still reports what they saw.
    steps = _CAN[VisitState.PROVE if seen.alone else seen.state]
    steps = steps if seen.state is not VisitState.OVER or seen.may_tell else ()
    return steps if seen.in_person else tuple(step for step in steps if step is not ReportStep.NOBODY)


def _step(seen: VisitSeen, told: str) -> ReportStep | None:
    return next((step for step in may_report(seen) if step == told), None)


def _came_late(context: WorkContext, visit: LinkVisit, seen: VisitSeen) -> LinkPage | GoOn:
    """What comes of what was sent from a page that was still open: whatever is not taken, they are told so."""
    step = next((step for step in ReportStep if step == visit.sent(BUTTON)), None)
    if step is None or step is ReportStep.OFF:
        return GoOn()  # the page says that it is over, and that is all they wanted
    if seen.state is VisitState.OVER and (seen.in_person or step is ReportStep.GIVEN):
        return send_report(context, visit, seen, step, late=True)
    return GoOn(ReportNote.UNTAKEN)


def _prove(context: WorkContext, visit: LinkVisit, seen: VisitSeen) -> LinkPage | GoOn:
    said = visit.sent(SAID)
    try:
        proved = casework.prove_who(context, visit.message_id, said)
    except casework.LinkClosed:
        raise
    except casework.NotNow:
        return GoOn(ReportNote.RING)  # the page shows how it stands; if a rule forbids it by now, a person explains why
    _log.info("visit_proof", message=visit.message_id, proved=proved)
    if proved:
        return GoOn(cookie=seal_proof(context, visit.message_id))
    if casework.see_visit(context, visit.message_id).state != VisitState.PROVE:
        return GoOn()
    return _prove_page(context, seen, said=said)


def _state_page(context: WorkContext, visit: LinkVisit, seen: VisitSeen) -> LinkPage:
    notes = notes_html(context, visit.asked)
    match seen.state:
        case VisitState.NOT_YET:
            page = _not_yet(context, seen)
        case VisitState.PROVE if is_proved(context, visit.message_id, visit.cookie):
            page = _details_page(context, visit, seen)
        case VisitState.PROVE:
            page = _prove_page(context, seen)
        case VisitState.RING:
            page = _ring(context, seen)
        case VisitState.OVER:
            heading = "Please ring us" if visit.asked == ReportNote.UNTAKEN else "Thank you"
            html = f"{notes}{_OVER}{_foot(context, seen)}"
            return LinkPage(heading, html)
    return LinkPage(page.heading, notes + page.html, page.error)


_CHANGED = (
    "<strong>When or where help is wanted has changed since we last told you.</strong> Below is how it is now. Please "
    "ring us before you go."
)
_ALONE = (
    "<p><strong>Nobody goes alone on a first visit, and whoever was to go with you does not come now.</strong> We ring "
    "you, or write to you, when somebody else goes with you. Until then this page does not show where it is.</p>"
)
_OVER = (
    "<p>This help is complete, or it was called off. So this page no longer shows whom it was for. If you wrote down a "
    "name, a number or an address, please destroy it.</p>"
)


def _not_yet(context: WorkContext, seen: VisitSeen) -> LinkPage:
    if seen.alone:
        return LinkPage("Please don’t go yet", f"{_ALONE}{_what(seen)}{_foot(context, seen)}")
    when = (
        f"They can still tell us until <strong>{moment_words(seen.opens_at)}</strong> that it does not suit them. Open "
        f"this page again after that. It then asks for {_KNOWN_BY}, and shows how to reach them."
        if seen.opens_at
        else "We have not told them yet who comes. We write to you, or ring you, as soon as they know."
    )
    return LinkPage(
        "Please wait a little",
        f"{_what(seen)}<p>We tell the person first. {when} Please don’t go there before.</p>{_foot(context, seen)}",
    )


def _prove_page(context: WorkContext, seen: VisitSeen, *, said: str | None = None) -> LinkPage:
    """The page that asks who they are. `said`: what was no proof, whatever was wrong with it."""
    shows = "name and address" if seen.in_person else "name and number"
    wrong = None if said is None else f"That is not what we have. Type {_KNOWN_BY}"
    field = typed_html(
        SAID,
        first_upper(_KNOWN_BY),
        hint="A message can be read by others, or passed on. So we ask for one thing more that you know.",
        value=said or "",
        error=wrong,
        attributes='autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"',
    )
    form = (
        f'<form class="cc-form" method="post" novalidate accept-charset="utf-8">{field}<div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{BUTTON}" value="{PROVE}">Show {shows}</button></div></form>'
    )
    minutes = int(PROVED_FOR.total_seconds() // 60)
    words = f"<p>They then show here for {minutes} minutes, in this browser only. Never pass them on.</p>"
    html = f"{_what(seen)}{form}{words}{_foot(context, seen)}"
    return LinkPage(
        "Your visit" if seen.in_person else "Your call", errors_html({SAID: wrong} if wrong else {}) + html, bool(wrong)
    )


def _details_page(context: WorkContext, visit: LinkVisit, seen: VisitSeen) -> LinkPage:
    try:
        details = casework.read_details(context, visit.message_id)
    except casework.LinkClosed:
        raise
    except casework.NotNow:
        return _prove_page(context, seen)  # the proof was taken back
    _log.info("details_shown", message=visit.message_id)
    shown = details_html(context.settings, seen, details, (next_label(seen), next_visit_words(seen)))
    return LinkPage(_heading(seen), changed_html(seen) + shown + _foot(context, seen))


def _heading(seen: VisitSeen) -> str:
    return "Your visit" if seen.in_person else "Your call"


def _ring(context: WorkContext, seen: VisitSeen) -> LinkPage:
    number = number_html(context.settings.community)
    words = f"<p>This page can’t show you whom you help. Ring us on {number}, and we tell you.</p>"
    return LinkPage("Please ring us", f"{words}{_what(seen)}{_foot(context, seen)}")


def _what(seen: VisitSeen) -> str:
    told = [("What", f"{first_upper(seen.task)}{seen.near}"), ("When", first_upper(seen.when))]
    told += [(next_label(seen), next_visit_words(seen))] if seen.next_on else []
    told += [("Good to know", seen.details)] if seen.details else []
    return changed_html(seen) + facts_html(told)


def changed_html(seen: VisitSeen) -> str:
    """The note that help is wanted at another time or place than the volunteer last heard; nothing where it is not."""
    return f'<div class="cc-note" role="status"><p>{_CHANGED}</p></div>' if seen.changed else ""


def next_label(seen: VisitSeen) -> str:
    """What the next visit is called."""
    return "First day" if seen.next_is_first else "Next time"


def next_visit_words(seen: VisitSeen) -> str:
    """The day of the next visit in words, with the part of the day; empty where none was agreed."""
    if seen.next_on is None:
        return ""
    part = f", {wording().parts[seen.next_part]}" if seen.next_part else ""
    return weekday_words(date.fromisoformat(seen.next_on)) + part


def _foot(context: WorkContext, seen: VisitSeen) -> str:
    """What can be said of the visit, the buttons that call it off, and whom to ring instead."""
    steps = may_report(seen)
    links = "".join(
        f'<a class="cc-button{"" if step is ReportStep.GIVEN else " cc-button--secondary"}" href="?{ASKED}={step}">'
        f"{_LINKS[step]}</a>"
        for step in steps
        if step is not ReportStep.OFF
    )
    there = title = ""
    if ReportStep.GIVEN in steps:
        title = "<h2>How was it?</h2>"
        there = "<p>We have your report of today. Thank you.</p>" if seen.reported else ""
    elif ReportStep.WORRY in steps:
        title = "<h2>Is there something that we should know?</h2>"
    report = f'<section class="cc-after">{title}{there}<div class="cc-actions">{links}</div></section>' if links else ""
    off = off_html(seen, context.clock()) if ReportStep.OFF in steps else ""
    return report + off + ring_html(context.settings.community)
