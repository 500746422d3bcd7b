"""What every template may know: the member who looks, and nothing of the register."""

from django.http import HttpRequest

from heard.desk.asking import Looking, looking


def colleague(request: HttpRequest) -> dict[str, Looking | None]:
    """The member who is logged in, or None."""
    return {"member": looking(request)}
