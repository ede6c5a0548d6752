"""A key is a string, so no import rule sees it: keys of models point down the floors too."""

from django.apps import apps
from django.conf import settings

FLOORS = ("core", "accounts", "privacy", "networks", "roadmap", "mutual_aid", "plans", "front")


def test_keys_point_to_the_same_floor_or_a_lower_one() -> None:
    floor = {label: number for number, label in enumerate(FLOORS)}
    wrong = []
    for model in apps.get_models():
        if model._meta.app_label not in floor:
            continue
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and not field.auto_created else None
            if target is None or target._meta.label == settings.AUTH_USER_MODEL:
                continue
            if floor[target._meta.app_label] > floor[model._meta.app_label]:
                wrong.append(f"{model._meta.label}.{field.name}")
    assert wrong == []
