"""Work of the worker. Declared where it is asked for; named here so that the worker finds it."""

from wijknetwerk.plans import jobs_agreements, jobs_representing, jobs_sharing, jobs_words
from wijknetwerk.plans.services import conference_news, news, tell

something_new = news.something_new
one_thing_new = tell.one_thing_new
remind_agreements = jobs_agreements.remind_agreements
conference_told = conference_news.tell
look_back_due = jobs_words.look_back_due
ask_again = jobs_sharing.ask_again
remind_terms = jobs_representing.remind_terms
