"""Record what a member concludes of a claim's incident against a standard of proof."""

from heard.register.finding import Conclusion
from heard.register.member import Member


def record_finding(
    *,
    by: Member,
    about: str,
    standard: str,
    conclusion: Conclusion,
    reasons: str,
    supports: tuple[str, ...] = (),
    contradicts: tuple[str, ...] = (),
    supersedes: str = "",
) -> str:
    """The key of the finding; it waits for a second person.

    Raises NotFound (a claim, the standard), Malformed, Conflict (superseded already).
    """
    raise NotImplementedError
