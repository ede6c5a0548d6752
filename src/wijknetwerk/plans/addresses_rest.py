"""Addresses of the card, messages, documents, the carer, the drawing of the circle and the end."""

from django.urls import path

from wijknetwerk.plans.views import card, carer, circle_drawing, document, message

PLAN = "plan/<uuid:uuid>/"
CARD = f"{PLAN}gesprekskaart/"
DOCUMENTS = f"{PLAN}documenten/"
DOCUMENT = f"{DOCUMENTS}<uuid:document>/"
CARER = "mantelzorg/<uuid:uuid>/"
PATHS = [
    path(CARD, card.cards, name="card"),
    path(f"{CARD}nieuw/", card.card_new, name="card_new"),
    path(f"{CARD}papier/", card.card_paper, name="card_paper"),
    path("n/<slug:slug>/mijn-plan/gesprekskaart/", card.card_empty, name="card_empty"),
    path(f"{CARD}<uuid:card>/doel/", card.card_goal, name="card_goal"),
    path(f"{CARD}voor-en-na/<uuid:need>/", card.felt, name="felt"),
    path(f"{PLAN}berichten/", message.messages, name="messages"),
    path(DOCUMENTS, document.documents, name="documents"),
    path(f"{DOCUMENTS}erbij/", document.document_add, name="document_add"),
    path(DOCUMENT, document.document, name="document"),
    path(f"{DOCUMENT}lezers/", document.document_readers, name="document_readers"),
    path(f"{DOCUMENT}weg/", document.document_remove, name="document_remove"),
    path(f"{PLAN}kring/tekening/", circle_drawing.circle_drawing, name="circle_drawing"),
    path(f"{PLAN}kring/papier/", circle_drawing.circle_paper, name="circle_paper"),
    path(f"{PLAN}mantelzorger/<uuid:place>/", carer.carer, name="carer"),
    path(CARER, carer.carer_own, name="carer_own"),
    path(f"{CARER}wie-leest/", carer.carer_readers, name="carer_readers"),
    path(f"{PLAN}einde/", circle_drawing.otherwise, name="otherwise"),
    path("n/<slug:slug>/mijn-plan/papier/", circle_drawing.kitchen, name="kitchen"),
]
