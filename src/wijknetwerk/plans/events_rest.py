"""What the log says about messages, documents, the carer and the end, in plain words (P4)."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "plans.messages_read": _("Read the messages in your circle"),
    "plans.message_written": _("Wrote a message in your circle"),
    "plans.documents_read": _("Looked which documents are in your plan"),
    "plans.document_read": _("Read a document in your plan"),
    "plans.document_added": _("Added a document to your plan"),
    "plans.document_readers": _("Chose who reads a document of your plan"),
    "plans.document_removed": _("Erased a document of your plan"),
    "plans.card_read": _("Read your conversation card"),
    "plans.before_after": _("Kept how you felt before or after what was done"),
    "plans.circle_names": _("Saw who is in your circle, to choose somebody"),
    "plans.circle_drawn": _("Looked at the drawing of your circle"),
    "plans.otherwise_said": _("Said where you would otherwise have gone"),
    "plans.carer_said": _("Said how you are holding up as a carer"),
    "plans.carer_chose": _("Chose who reads how you are holding up as a carer"),
    "plans.carer_read": _("Read how you are holding up as a carer"),
}
