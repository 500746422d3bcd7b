"""What an account can say: the kinds, polarities and roles that drafts and claims share."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of claim. A denial is any of them with Polarity.DENIED."""

    ACT = "act"
    STATUS = "status"
    COUNT = "count"
    POSITION = "position"
    DEMAND = "demand"


class Polarity(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"


class Role(StrEnum):
    """What a part of a claim is to it; the roles of all kinds together."""

    # act
    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    # act and status
    PLACE = "place"
    DATE = "date"
    PERIOD = "period"
    COUNT = "count"
    # status
    PERSON = "person"
    DURATION = "duration"
    ARTICLE = "article"
    AUTHORITY = "authority"
    # count
    N = "n"
    OF = "of"
    # demand
    CALLER = "caller"
    TARGET = "target"
    MEASURE = "measure"
    BENEFICIARY = "beneficiary"
    # position
    HOLDER = "holder"
    POST = "post"
    BODY = "body"
    # all
    SOURCE = "source"


class NameKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    BODY = "body"
    POST = "post"
    PLACE = "place"


#: Roles whose words name a person, a body or a place and so give a mention.
NAMING_ROLES = frozenset(
    {
        Role.VICTIM,
        Role.PERPETRATOR,
        Role.PLACE,
        Role.PERSON,
        Role.AUTHORITY,
        Role.CALLER,
        Role.TARGET,
        Role.BENEFICIARY,
        Role.HOLDER,
        Role.BODY,
        Role.SOURCE,
    }
)
