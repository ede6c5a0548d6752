"""Work of the worker. Declared where it is asked for; named here so that the worker finds it."""

from wijknetwerk.plans.services import news

something_new = news.something_new
