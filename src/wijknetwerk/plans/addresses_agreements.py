"""Addresses of what was agreed: the list, one of them, a link for who does it, referrals, and who
watches. An agreement's link has no plan in it."""

from django.urls import URLPattern, path

from wijknetwerk.plans.views import agreement_links, agreements, referrals

PLAN = "plan/<uuid:uuid>/"
ONE = f"{PLAN}afspraken/<uuid:agreement>/"
REFERRAL = f"{PLAN}doorgeleiding/<uuid:referral>/"
PATHS: list[URLPattern] = [
    path(f"{PLAN}afspraken/", agreements.agreements, name="agreements"),
    path(f"{PLAN}afspraken/nieuw/", agreements.agreement_new, name="agreement_new"),
    path(f"{PLAN}meekijken/", agreements.watch, name="watch"),
    path(f"{PLAN}meekijken/wie/", agreements.watcher, name="watcher"),
    path(ONE, agreements.agreement, name="agreement"),
    path(f"{ONE}kopie/", agreements.agreement_copy, name="agreement_copy"),
    path(f"{ONE}anders/", agreements.agreement_change, name="agreement_change"),
    path(f"{ONE}<slug:act>/", agreements.agreement_act, name="agreement_act"),
    path(f"{PLAN}doorgeleiding/nieuw/", referrals.referral_new, name="referral_new"),
    path(REFERRAL, referrals.referral, name="referral"),
    path(f"{REFERRAL}<slug:act>/", referrals.referral_act, name="referral_act"),
    path("afspraak/gedaan/", agreement_links.agreement_thanks, name="agreement_thanks"),
    path("afspraak/<str:secret>/", agreement_links.agreement_link, name="agreement_link"),
]
