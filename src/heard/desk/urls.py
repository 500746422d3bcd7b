"""Addresses of the desk, in the order of the work."""

from allauth.account import views as entrance
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from heard.desk.views import (
    accounts,
    adding,
    briefs,
    claims,
    custody,
    findings,
    holding,
    inbox,
    judging,
    members,
    reading,
)
from heard.desk.views import register as registers
from heard.desk.views import search as searching

urlpatterns: list[URLPattern | URLResolver] = [
    path("", inbox.inbox, name="inbox"),
    path("accounts/add/", adding.add_account, name="add_account"),
    path("accounts/interview/", adding.interview, name="interview"),
    path("accounts/<str:key>/", accounts.about, name="account"),
    path("accounts/<str:key>/consent/", accounts.consent, name="consent"),
    path("accounts/<str:key>/grade/", accounts.grade, name="grade"),
    path("accounts/<str:key>/urgency/", accounts.urgency, name="urgency"),
    path("accounts/<str:key>/hold/", holding.hold, name="hold"),
    path("accounts/<str:key>/destroy/", accounts.destroy, name="destroy"),
    path("read/", reading.waiting, name="reading"),
    path("read/<str:account>/", reading.read, name="read"),
    path("read/<str:account>/propose/", reading.propose, name="propose"),
    path("read/<str:account>/veil/", reading.veil, name="veil"),
    path("read/<str:account>/add/", reading.add, name="add_claim"),
    path("read/<str:account>/<str:draft>/accept/", reading.accept, name="accept"),
    path("read/<str:account>/<str:draft>/edit/", reading.edit, name="edit"),
    path("read/<str:account>/<str:draft>/reject/", reading.reject, name="reject"),
    path("read/<str:account>/<str:draft>/undo/", reading.undo, name="undo"),
    path("register/", registers.persons, name="register"),
    path("register/bodies/", registers.bodies, name="bodies"),
    path("register/places/", registers.places, name="places"),
    path("register/claims/", claims.listed, name="claims"),
    path("register/claims/<str:key>/", claims.about, name="claim"),
    path("register/claims/<str:key>/withdraw/", claims.withdraw, name="withdraw"),
    path("register/claims/<str:key>/correct/", claims.correct, name="correct"),
    path("register/claims/<str:key>/denies/", claims.denies, name="denies"),
    path("register/persons/<str:key>/", registers.person, name="person"),
    path("register/places/<str:key>/", registers.place, name="place"),
    path("register/incidents/<str:key>/", registers.incident, name="incident"),
    path("register/join/<str:key>/", judging.join, name="join"),
    path("register/join-claim/<str:key>/", judging.join_claim, name="join_claim"),
    path("register/judge/", judging.judge_pair, name="judge"),
    path("register/judgements/<str:key>/undo/", judging.undo, name="undo_judgement"),
    path("findings/", findings.listed, name="findings"),
    path("findings/record/<str:claim>/", findings.record, name="record_finding"),
    path("findings/<str:key>/approve/", findings.approve, name="approve_finding"),
    path("search/", searching.search, name="search"),
    path("brief/", briefs.brief, name="brief"),
    path("custody/", custody.log, name="custody"),
    path("custody/<str:item>/", custody.item, name="custody_item"),
    path("settings/", members.settings_page, name="settings"),
    path("settings/members/", members.listed, name="members"),
    path("settings/members/<str:key>/", members.about, name="member"),
    path("settings/members/<str:key>/password/", members.password, name="member_password"),
    path("settings/members/<str:key>/second-factor/", members.second_factor, name="member_second_factor"),
    path("settings/members/<str:key>/deactivate/", members.deactivate, name="member_deactivate"),
    path("settings/members/<str:key>/reactivate/", members.reactivate, name="member_reactivate"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("entrance/log-in/", entrance.login, name="account_login"),
    path("entrance/lock/", entrance.logout, name="account_logout"),
    path("entrance/closed/", entrance.signup, name="account_signup"),
    path("entrance/confirm/", entrance.reauthenticate, name="account_reauthenticate"),
    path("entrance/password/", entrance.password_change, name="account_change_password"),
    path("entrance/inactive/", entrance.account_inactive, name="account_inactive"),
    path("entrance/second-factor/", include("allauth.mfa.urls")),
]

handler404 = "heard.desk.views.failures.not_found"
handler500 = "heard.desk.views.failures.broken"
