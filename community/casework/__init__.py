"""Casework: the actions that people take, who may take them, and what a record's state allows."""

from typing import TYPE_CHECKING

from community.late_door import late_door

if TYPE_CHECKING:
    from community.casework.alternate_volunteers import alternates, could_be_asked, same_half_day
    from community.casework.approved_together import approve_together
    from community.casework.asked_again import ask_again, same_as
    from community.casework.called_off_by_residents import called_off_at_once, resident_cancels
    from community.casework.calls_taken import (
        begin_call,
        finish_call,
        is_begun_call,
        nobody_answered,
        open_calls,
        ring_back,
        told_of,
    )
    from community.casework.calls_to_make import Told, pressing_calls
    from community.casework.casework_errors import NotAllowed, NotFound, NotNow, NotSaved, WhichResident
    from community.casework.check_renewals import LONGEST_CHECK
    from community.casework.circular_readers import CircularReader
    from community.casework.circulars import (
        FIRST_NAME,
        MOST_IN_SUBJECT,
        MOST_LETTERS,
        STOP_LINK,
        CircularFacts,
        CircularReaders,
        CircularStands,
        checked_words,
        circular_of,
        circular_stands,
        facts_for,
        filled,
        readers_of_circular,
        write_to_many,
    )
    from community.casework.closing import left_behind, stop_match
    from community.casework.community_weights import refuse_nothing, weigh, weights_from
    from community.casework.complaint_times import acknowledged_by, told_we_have_it
    from community.casework.complaints import (
        acknowledge_complaint,
        answer_complaint,
        may_go_further,
        second_stage,
        take_complaint,
        who_hears_of_director,
    )
    from community.casework.concern_caution import SPEAK_FIRST, speak_to_the_lead
    from community.casework.consequences import AtStake, asks_first, at_stake
    from community.casework.contact_log import deal_with_contact, log_contact, said_in, said_in_each, unanswered_calls
    from community.casework.contact_safety import SafeContact, numbers_to_show, safe_contact, safe_contact_for
    from community.casework.corrected_since_told import must_hear_of_correction, pressing_corrections
    from community.casework.data_requests import DataFile, data_file, extend_data_request, is_data_request
    from community.casework.day_pack import DayPack, PackedVisit, PaperReport, pack_day, type_back
    from community.casework.demand_forecast import ahead_made_within, demand_ahead
    from community.casework.detail_release import Details, opens_at
    from community.casework.directory_entries import (
        add_service,
        approve_service,
        change_helps_with,
        change_until,
        check_service,
        withdraw_service,
    )
    from community.casework.display_names import name_of, names_of
    from community.casework.door_keys import looks_at_code, open_code, sealed_code
    from community.casework.enquiries import CONTACT_SINCE, contacts_before
    from community.casework.erasure_leave import (
        ErasureAsked,
        SpokenOf,
        ask_erasure,
        check_may_agree,
        erased_with,
        erasures_asked,
        needs_code,
        spoken_of,
    )
    from community.casework.failed_messages import lost_messages
    from community.casework.find_anybody import Found, FoundRecord, find, make_ready_to_find
    from community.casework.first_visits import first_day, what_two_means
    from community.casework.food_rounds import FoodRound, Parcel, food_of_day, pack_parcels
    from community.casework.form_senders import is_a_persons_there
    from community.casework.help_given import (
        FARTHEST,
        cancel,
        close_need,
        done,
        end_match,
        not_given,
        pair_asked,
        reopen_need,
    )
    from community.casework.hub_coverage import HubStands, SectorStands, StreetStands, hubs_stand
    from community.casework.hub_handover import is_to_take_over
    from community.casework.identity_leaks import TellsWho, giveaways
    from community.casework.kept_worklist import beyond_you, known_pairs, list_of_today, unused_volunteers
    from community.casework.known_already import KnownAs, known_as, known_twice
    from community.casework.life_aftermath import Aftermath
    from community.casework.life_frame import AskKind, LifeAsk, LifeEvent
    from community.casework.life_register import LIFE_EVENTS, events_of, foresee_event, happened
    from community.casework.listed_households import how_reached
    from community.casework.lists_brought_in import BroughtIn, bring_in, brought_in_lately, closed_to
    from community.casework.many_volunteers import Divided, Step, check_works_on_many, divided, do_for_many
    from community.casework.match_decisions import approve, choose, choose_another, decline, look_at
    from community.casework.match_explanations import why_matched, why_not_any, why_unmatched
    from community.casework.match_messages import messages_about
    from community.casework.match_preview import Foreseen, foresee, needs_made_by
    from community.casework.member_offers import loans_of_offer, offers_for, offers_now
    from community.casework.merge_fields import Stays, TwoValues, two_values
    from community.casework.merging import foresee_merge, joined_to, merge
    from community.casework.message_facts import MessageFacts, facts_of, facts_to_ask, facts_to_tell
    from community.casework.message_queue import opens_links, person_chooses_when
    from community.casework.message_rules import ABOUT_BOOKINGS, MESSAGE_RULES, TO_READERS, TO_VOLUNTEER
    from community.casework.message_steps import (
        begin_sending,
        note_bounce,
        note_delivery,
        pass_on,
        settle_message,
        why_not_passed_on,
    )
    from community.casework.messages_stopped import StopSeen, pause_until, see_stop, stop_messages
    from community.casework.need_stages import need_stage
    from community.casework.offer_answers import answer_offer, see_offer
    from community.casework.offer_state import LinkClosed, OfferSeen, OfferState
    from community.casework.offers import OfferPlan, WayToAsk, offer, offer_plans, ways_to_ask
    from community.casework.outreach_rounds import (
        OutreachResult,
        OutreachRound,
        as_joined,
        households,
        households_to_share,
        leaflets_done,
        rounds_of,
        share_out,
        write_outreach_result,
    )
    from community.casework.payments import note_payment, see_receipt, settle_payment
    from community.casework.permissions import can
    from community.casework.person_letter import letter_about_person
    from community.casework.policies import LATEST_DAY
    from community.casework.printed_voices import choose_words, print_words, take_off_words
    from community.casework.proposing import Proposed, proposal, propose
    from community.casework.receipt_copies import (
        CopySeen,
        ReceiptFacts,
        ask_copy,
        receipt_goes_to,
        receipt_of,
        see_copy,
    )
    from community.casework.recent_actions import RecentAction, done_by, latest_actions
    from community.casework.record_corrections import (
        clear_flag,
        column_of,
        correct,
        correctable,
        known_words,
        may_correct,
    )
    from community.casework.record_history import HistoryEntry, history, overtaken
    from community.casework.records_seen import see, see_all, see_person
    from community.casework.referral_kept import told_id
    from community.casework.referral_messages import ReferralFacts, referral_goes_to, referral_message_of
    from community.casework.referrals import pounds_words
    from community.casework.referrals_in import has_referrer, referral_of_request
    from community.casework.remembering_reads import looking_once
    from community.casework.reported_visit import Visit
    from community.casework.request_answers import (
        close_request,
        give_back,
        give_to_hub,
        hold,
        mark_duplicate,
        no_answer,
    )
    from community.casework.request_triage import NEW_RESIDENT, USUAL_URGENCY, NeedAsked, Triaged, triage
    from community.casework.resident_answers import ComingSeen, ComingState, answer_who_comes, see_who_comes
    from community.casework.resident_identity import Candidate, Candidates, possible_doubles, who_is_it
    from community.casework.residents_voice import Voice, VoiceAsked, give_voice, note_voice, see_voice
    from community.casework.ring_rounds import RingRound, begin_ring_round, ring_round
    from community.casework.safe_contact_notes import keep_contact_safe
    from community.casework.shortages import Advice, Short, short_of
    from community.casework.signatories import approve_organisation, withdraw_organisation
    from community.casework.snoozing import snooze, waits_until
    from community.casework.street_names import named_home, street_of
    from community.casework.sync_conflicts import Choice, Conflict, conflicts, settle_conflict
    from community.casework.sync_corrections import Correction, OneSync, one_sync, undo_together
    from community.casework.telephone_calls import Answer, Release, message_for, rang, release, thanks_for
    from community.casework.telling_residents import (
        WayToTell,
        agree_day,
        resident_told,
        tell_resident,
        tell_volunteer,
        ways_to_tell,
    )
    from community.casework.things_lent import lend, loan_back, loan_lost
    from community.casework.undo_rules import action_still_stands, undo, user_can_undo
    from community.casework.undo_steps import TakenBack, may_have_been_read, told_by, would_take_back
    from community.casework.unit_of_work import UnitOfWork
    from community.casework.urgency_ageing import urgency_by_now, why_raised
    from community.casework.urgent_cover import MissingToday, missing_today
    from community.casework.user import MACHINE, User, WorkContext, listed_user, with_more
    from community.casework.visibility import Visibility, looking, row_type_of
    from community.casework.visit_links import VisitSeen, VisitState, details_read, prove_who, read_details, see_visit
    from community.casework.visit_reports import cannot_come, report_visit, tell_worry
    from community.casework.visit_rows import goes_from, next_visit
    from community.casework.visits_called_off import call_off_visit, cannot_come_then
    from community.casework.volunteer_filter import (
        INDUCTION,
        NO_HUB,
        VolunteerFilter,
        last_asked,
        listed_volunteers,
    )
    from community.casework.volunteer_steps import add_check, induct, move_volunteer
    from community.casework.volunteering_roles import (
        OpenRole,
        add_role,
        all_open_roles,
        approve_role,
        belongs_to,
        check_role,
        roles_for,
        withdraw_role,
    )
    from community.casework.weights_preview import Effect, effect_of_weights, weights_now
    from community.casework.whole_board import board_made_within
    from community.casework.worklist import KnownPair, WorklistItem, carrying, today
else:
    __getattr__ = late_door(__name__, __file__)

# fmt: off
__all__ = [
    "ABOUT_BOOKINGS", "CONTACT_SINCE", "FARTHEST", "FIRST_NAME", "INDUCTION", "LATEST_DAY", "LIFE_EVENTS",
    "LONGEST_CHECK", "MACHINE", "MESSAGE_RULES", "MOST_IN_SUBJECT", "MOST_LETTERS", "NEW_RESIDENT", "NO_HUB",
    "SPEAK_FIRST", "STOP_LINK", "TO_READERS", "TO_VOLUNTEER", "USUAL_URGENCY", "Advice", "Aftermath", "Answer",
    "AskKind", "AtStake", "BroughtIn", "Candidate", "Candidates", "Choice", "CircularFacts", "CircularReader",
    "CircularReaders", "CircularStands", "ComingSeen", "ComingState", "Conflict", "CopySeen", "Correction", "DataFile",
    "DayPack", "Details", "Divided", "Effect", "ErasureAsked", "FoodRound", "Foreseen", "Found", "FoundRecord",
    "HistoryEntry", "HubStands", "KnownAs", "KnownPair", "LifeAsk", "LifeEvent", "LinkClosed", "MessageFacts",
    "MissingToday", "NeedAsked", "NotAllowed", "NotFound", "NotNow", "NotSaved", "OfferPlan", "OfferSeen", "OfferState",
    "OneSync", "OpenRole", "OutreachResult", "OutreachRound", "PackedVisit", "PaperReport", "Parcel", "Proposed",
    "ReceiptFacts", "RecentAction", "ReferralFacts", "Release", "RingRound", "SafeContact", "SectorStands", "Short",
    "SpokenOf", "Stays", "Step", "StopSeen", "StreetStands", "TakenBack", "TellsWho", "Told", "Triaged", "TwoValues",
    "UnitOfWork", "User", "Visibility", "Visit", "VisitSeen", "VisitState", "Voice", "VoiceAsked", "VolunteerFilter",
    "WayToAsk", "WayToTell", "WhichResident", "WorkContext", "WorklistItem", "absences", "acknowledge_complaint",
    "acknowledged_by", "action_still_stands", "actions", "add_check", "add_role", "add_service", "agree_day",
    "ahead_made_within", "all_open_roles", "alternates", "answer_complaint", "answer_offer", "answer_who_comes",
    "approve", "approve_organisation", "approve_role", "approve_service", "approve_together", "as_joined", "ask_again",
    "ask_copy", "ask_erasure", "asks_first", "at_stake", "begin_call", "begin_ring_round", "begin_sending",
    "belongs_to", "beyond_you", "board_cache", "board_made_within", "board_rows", "bring_in", "brought_in_lately",
    "call_off_visit", "called_off_at_once", "calls_after_actions", "calls_to_make", "can", "cancel", "cannot_come",
    "cannot_come_then", "carrying", "change_helps_with", "change_until", "check_may_agree", "check_renewals",
    "check_role", "check_service", "check_works_on_many", "checked_words", "choose", "choose_another", "choose_words",
    "circular_of", "circular_stands", "clear_flag", "close_need", "close_request", "closed_to", "column_of",
    "conflicts", "contacts_before", "correct", "correctable", "could_be_asked", "data_file", "deal_with_contact",
    "decline", "demand_ahead", "details_read", "divided", "do_for_many", "done", "done_by", "effect_of_weights",
    "end_match", "erased_with", "erasures_asked", "events_of", "extend_data_request", "facts_for", "facts_of",
    "facts_to_ask", "facts_to_tell", "filled", "find", "finish_call", "first_day", "food_of_day", "foresee",
    "foresee_event", "foresee_merge", "give_back", "give_to_hub", "give_voice", "giveaways", "goes_from", "happened",
    "has_referrer", "help_given", "history", "hold", "households", "households_to_share", "how_reached", "hubs_stand",
    "induct", "is_a_persons_there", "is_begun_call", "is_data_request", "is_to_take_over", "joined_to",
    "keep_contact_safe", "known_as", "known_pairs", "known_twice", "known_words", "last_asked", "latest_actions",
    "leaflets_done", "left_behind", "lend", "letter_about_person", "list_of_today", "listed_user", "listed_volunteers",
    "loan_back", "loan_lost", "loans_of_offer", "log_contact", "look_at", "looking", "looking_once", "looks_at_code",
    "lost_messages", "make_ready_to_find", "mark_duplicate", "may_correct", "may_go_further", "may_have_been_read",
    "merge", "message_for", "messages_about", "missing_today", "move_volunteer", "must_hear_of_correction", "name_of",
    "named_home", "names_of", "need_stage", "need_stages", "needs_code", "needs_made_by", "newsletter",
    "newsletter_readers", "next_visit", "no_answer", "nobody_answered", "not_given", "note_bounce", "note_delivery",
    "note_payment", "note_voice", "numbers_to_show", "offer", "offer_plans", "offers_for", "offers_now", "one_sync",
    "open_calls", "open_code", "opens_at", "opens_links", "overtaken", "pack_day", "pack_parcels", "pair_asked",
    "pass_on", "pause_until", "permissions", "person_chooses_when", "person_mentions", "policies", "possible_doubles",
    "possible_people", "pounds_words", "pressing_calls", "pressing_corrections", "print_words", "proposal", "propose",
    "protected_addresses", "prove_who", "rang", "read_details", "readers_of_circular", "receipt_goes_to", "receipt_of",
    "referral_goes_to", "referral_message_of", "referral_of_request", "refuse_nothing", "release", "reopen_need",
    "report_visit", "resident_cancels", "resident_told", "ring_back", "ring_round", "roles_for", "rounds_of",
    "row_type_of", "safe_contact", "safe_contact_for", "said_in", "said_in_each", "same_as", "same_half_day",
    "sealed_code", "second_stage", "see", "see_all", "see_copy", "see_offer", "see_person", "see_receipt", "see_stop",
    "see_visit", "see_voice", "see_who_comes", "settle_conflict", "settle_message", "settle_payment", "share_out",
    "short_of", "snooze", "speak_to_the_lead", "spoken_of", "stop_match", "stop_messages", "street_of",
    "take_complaint", "take_off_words", "tell_resident", "tell_volunteer", "tell_worry", "thanks_for", "today",
    "told_by", "told_id", "told_of", "told_we_have_it", "training", "triage", "two_values", "type_back",
    "unanswered_calls", "undo", "undo_together", "unused_volunteers", "urgency_by_now", "user_can_undo", "visit_rules",
    "volunteer_offers", "waits_until", "ways_to_ask", "ways_to_tell", "weigh", "weights_from", "weights_now",
    "what_two_means", "who_hears_of_director", "who_is_it", "why_matched", "why_not_any", "why_not_passed_on",
    "why_raised", "why_unmatched", "with_more", "withdraw_organisation", "withdraw_role", "withdraw_service",
    "worklist", "would_take_back", "write_outreach_result", "write_to_many",
]
