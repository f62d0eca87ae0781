"""The settings that a community decides for itself. Each field's description is printed in `docs/settings.md`."""

from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, model_validator

from community.settings.duty_settings import Day, PersonOnDuty
from community.settings.follow_up_settings import Calls, Complaints, Directory, FollowUp, ResponseDays
from community.settings.form_settings import ExtraQuestion, GoogleForm, Name
from community.settings.frozen_settings import FrozenSettings as _Frozen
from community.settings.hub_contacts import HubContact
from community.settings.impact_settings import Impact
from community.settings.language_settings import LanguageCode, SpokenLanguage
from community.settings.message_settings import Messages
from community.settings.nightly_settings import Exports, Nightly
from community.settings.place_settings import Hub, PlaceSettings
from community.settings.role_settings import GivenRole, MoreForRole
from community.tables.roles import LISTED, Duty, Role
from community.tables.vocabulary import DbsLevel, Recurs
from community.wording import Language, languages, say

PROGRAM = Path(__file__).resolve().parents[2]
"""The folder that the program stands in, with the site's sources as they come with it."""
TRIAL_SITE = "website"
"""The folder of the invented town's own site, in that town's folder."""
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Group = Literal["food", "medicine", "company", "lifts", "money", "housing", "mind", "safety"]


class Helpline(_Frozen):
    """Somebody else who can be reached, at hours when we can't: a number of the whole country, or one of your own."""

    name: str = Field(description="Who answers, as it is shown")
    telephone: str | None = Field(None, description="The number to ring")
    how: str = Field("", description="How to reach them otherwise than by ringing, in words: by text, in sign language")
    when: str = Field("at any hour", description="When they answer, in words")
    helps: str = Field(description="What they are for, in one short sentence")
    kinds: tuple[Group, ...] = Field((), description="The kinds of help for which they are named when we are shut")
    first: tuple[Group, ...] = Field(
        (), description="The kinds of help for which it is tried before us, at any hour, when it is needed today"
    )
    crisis: bool = Field(
        False, description="true: shown to anyone who writes of ending their life, of being hurt or of having no food"
    )


class Community(_Frozen):
    """Who runs it, how to reach them, and what they promise."""

    name: str = Field(description="The community's name, as the public knows it")
    place: str = Field(description="The place it serves")
    short_place: str = Field(description="The place's short name")
    run_by: str = Field(description="The organisation that runs it")
    director: str = Field(description="The director's public name")
    telephone: str = Field(pattern=r"(\d.*){3}", description="The hub's telephone number, shown on every page")
    email: str = Field(description="The address for everybody")
    media_email: str = Field(description="The address for the press")
    social: str = Field("", description="The name on social media")
    hashtag: str = Field("", description="The hashtag")
    induction_video: str = Field("", description="A film in `site/assets`, captions (`.vtt`) beside it. Empty: none")
    elsewhere: dict[str, str] = Field({}, description="Where else you are, by name: the address. Empty: not shown")
    opening: str = Field(description="When the hub answers its telephone, in words")
    promise_working_days: int = Field(1, ge=1, le=10, description="A person answers within so many working days")
    urgent_hours: int = Field(
        4, ge=1, le=12, description="People who need help today are answered within so many of our opening hours"
    )
    basic_check_price: str = Field("£21.50", description="What a basic DBS check costs, volunteers too")
    checks_paid_by: Literal["us", "volunteer", "ask"] = Field(
        "ask", description="Who pays what a check costs; `ask`: it is told before anybody applies for one"
    )
    processors: tuple[str, ...] = Field(
        (),
        description="Companies that keep or carry people's details for us, each with what it does: the host of the "
        "machine, of the email. Google's services are added by themselves. Printed on the privacy page",
    )
    signed_before: tuple[str, ...] = Field(
        (), description="Organisations that signed the charter before there was a form; listed beside those approved"
    )
    forms_off: tuple[Code, ...] = Field(
        (), description="Forms that are switched off, by name. The page of each says what to do instead"
    )
    open_days: tuple[Day, ...] = Field(
        ("mon", "tue", "wed", "thu", "fri"), min_length=1, description="The days on which somebody answers"
    )
    sign_out_after_minutes: int = Field(
        60, ge=5, le=720, description="The dashboard signs people out after so many minutes without activity"
    )
    bank_holidays: Literal["ENG", "SCT", "WLS", "NIR"] = Field("ENG", description="Whose bank holidays are days off")
    closed_on: tuple[date, ...] = Field(
        (), description="More days on which nobody answers, such as those after Christmas; said on the site beforehand"
    )
    day_starts: time = Field(time(9), description="When a working day starts, London time")
    day_ends: time = Field(time(17), description="When a working day ends, London time")
    helplines: dict[Code, Helpline] = Field(
        {}, description="Whom to ring when we are shut, or first: see `[community.helplines.CODE]`"
    )

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        # 5 pm written as 05:00 would shut the hub for ever, and promise every answer before breakfast.
        if self.day_ends <= self.day_starts:
            raise ValueError("day_ends has to be later on the same day than day_starts; write 5 pm as 17:00")
        return self

    @property
    def check_costs(self) -> str:
        """What a check costs a volunteer, in sentences."""
        free = say("Standard and enhanced checks are free for volunteers.")
        price = say("A basic check costs {price}, volunteers too.", price=self.basic_check_price)
        match self.checks_paid_by:
            case "us":
                pays = say("We pay for it, and for any fee of the office that sends a check in.")
            case "volunteer":
                pays = say("You pay for it yourself.")
            case _:
                pays = say("We tell you who pays before you apply.")
        return f"{free} {price} {pays}"


class TaskType(_Frozen):
    """A kind of need, and what it asks of the volunteer."""

    name: str = Field(description="Its name")
    ask: str | None = Field(None, description="How a resident asks for it; without it, residents are not asked")
    offer: str | None = Field(None, description="How a volunteer offers it; without it, volunteers are not asked")
    group: Group = Field(description="The page of resources it belongs to")
    by: Literal["volunteer", "hub"] = Field(
        "volunteer", description="Who deals with it: a matched volunteer, or the hub's own people"
    )
    in_person: bool = Field(True, description="Given face to face; false: by telephone")
    in_home: bool = Field(False, description="Given inside somebody's home: never by anybody under 18 alone")
    needs_car: bool = Field(False, description="Needs a car")
    first_visit_by_two: bool = Field(
        False,
        description="Nobody goes alone on a first visit: two volunteers go, and one of them has visited the resident "
        "before, if one of these can be spared",
    )
    recurs: Recurs = Field(Recurs.ONCE, description="Given once, or every week")
    dbs: DbsLevel = Field(description="The highest DBS level the law lets us ask for")
    dbs_why: str = Field(description="Why that level is the eligible one")
    dbs_required: DbsLevel | None = Field(
        None,
        description="The level asked for. Left out: the eligible one, but no basic check, which costs money",
    )
    training: tuple[Code, ...] = Field((), description="Training that must have been done")

    @property
    def min_dbs(self) -> DbsLevel:
        """The level that this kind of help proposes: a basic check only where the community wants one."""
        return self.dbs_required or (DbsLevel.NONE if self.dbs == DbsLevel.BASIC else self.dbs)


def _is_listed(role: Role) -> Role:
    if role not in LISTED:
        raise ValueError("director, coordinator, call_handler or trustee is needed")
    return role


class ListedPerson(_Frozen):
    """Somebody who may open the dashboard."""

    name: str = Field(description="The name shown, and kept with each decision")
    email: str = Field(repr=False, description="The address they log in with")
    role: Annotated[Role, AfterValidator(_is_listed)] | None = Field(
        None, description="What they may see and do; none for somebody who only receives safeguarding concerns"
    )
    hub: Code | None = Field(None, description="The hub of a coordinator")
    safeguarding: Duty | None = Field(
        None, description="Receives safeguarding concerns: as lead, as deputy, or as chair of the trustees"
    )
    issuer: str | None = Field(
        None,
        min_length=1,
        description="The address of the sign-in service (`iss`), where it does not say that it has checked the email",
    )
    subject: str | None = Field(
        None, min_length=1, repr=False, description="Their account there (`sub`). With it the email no longer counts"
    )


class Safeguarding(_Frozen):
    """Who is told when somebody may come to harm, and how soon a person here replies."""

    adults_telephone: str = Field("", description="The council's number when an adult may be at risk")
    children_telephone: str = Field("", description="The council's number when a child may be at risk")
    out_of_hours_telephone: str = Field("", description="The council's number in the evening, at night, at weekends")
    reply_within_minutes: int = Field(
        60,
        ge=5,
        le=1440,
        description="So soon a person replies to a concern, while you are open or somebody on duty hears of it; after "
        "that the council's numbers show",
    )
    kept_months: int = Field(
        72, ge=12, le=600, description="So many months a concern is kept after it was closed, then it is removed"
    )


class Settings(_Frozen):
    """Everything, from both sources."""

    community: Community
    task_types: dict[Code, TaskType]
    hubs: dict[Code, Hub]
    google_forms: dict[Code, GoogleForm] = Field({})
    extra_questions: dict[Name, ExtraQuestion] = Field({})
    languages: dict[LanguageCode, SpokenLanguage] = Field({})
    safeguarding: Safeguarding = Safeguarding()
    exports: Exports = Exports()
    nightly: Nightly = Nightly()
    places: PlaceSettings = PlaceSettings()
    roles: dict[GivenRole, MoreForRole] = Field({})
    follow_up: FollowUp = FollowUp()
    calls: Calls = Calls()
    complaints: Complaints = Complaints()
    response_days: ResponseDays = ResponseDays()
    directory: Directory = Directory()
    impact: Impact = Impact()
    messages: Messages = Messages()
    people: tuple[ListedPerson, ...] = Field((), repr=False)
    people_mistakes: tuple[str, ...] = ()
    """Why nobody is on that list, when it can't be read: the line and what is wrong, without its values."""
    duty: dict[Code, PersonOnDuty] = Field({}, repr=False)
    """Those on duty, by code. `settings.duty_hours` says whom of them the program can tell."""
    duty_mistakes: tuple[str, ...] = ()
    """What is wrong with others of that list; they are told nothing."""
    hub_contacts: tuple[HubContact, ...] = Field((), repr=False)
    hub_contact_mistakes: tuple[str, ...] = ()
    """What is wrong with others of that list; the site does not name them."""
    home: Path = Field(repr=False)
    site_told: Path | None = Field(None, repr=False)
    database_url: SecretStr | None = None
    secret_key: SecretStr | None = None
    concerns_key: SecretStr | None = None
    backup_key: SecretStr | None = None
    dashboard_secret: SecretStr | None = None
    email_user: SecretStr | None = None
    email_password: SecretStr | None = None
    return_user: SecretStr | None = None
    return_password: SecretStr | None = None
    text_key: SecretStr | None = None
    login: bool = False
    """Whether the file of secrets holds a login for the dashboard."""
    demo: bool = True
    kept_in_sheet: bool = False
    public_url: str | None = None
    trusted_proxy: bool = False
    sheet_id: str | None = None
    google_service_account: SecretStr | None = None
    """The key file's text, or its path."""
    sheets_api_root: str | None = None

    @property
    def return_login(self) -> tuple[SecretStr, SecretStr] | None:
        """Name and password for the mailbox that emails return to; left out, those with which emails are sent."""
        user, password = self.return_user or self.email_user, self.return_password or self.email_password
        return None if user is None or password is None else (user, password)

    @property
    def can_email_links(self) -> bool:
        """Whether emails go out from here, and somebody can open a link in them."""
        return self.messages.email and self.public_url is not None and not self.kept_in_sheet

    @property
    def with_catalogue(self) -> dict[str, Language]:
        """By code, every language that has a catalogue, with this community's own words."""
        return {code: self.languages.get(code, SpokenLanguage()).spoken(code) for code in languages()}

    @property
    def languages_on(self) -> dict[str, Language]:
        """Those of them that the public sees: which somebody has read; in the invented town, all that are named."""
        named = {code for code, told in self.languages.items() if told.read_by.strip() or self.demo}
        return {code: spoken for code, spoken in self.with_catalogue.items() if code in named}

    @property
    def book_home(self) -> Path:
        """The folder of the book in use: the invented town keeps to a folder of its own."""
        return self.home / "demo" if self.demo else self.home

    @property
    def site_is_trial(self) -> bool:
        """Whether the site is the invented town's own, which lies in that town's folder."""
        return self.demo and self.site_told is None

    @property
    def site(self) -> Path:
        """The folder that holds the site's sources (site/ and mkdocs.yml) and, in build/, the site."""
        return self.site_told or (self.book_home / TRIAL_SITE if self.demo else PROGRAM)
