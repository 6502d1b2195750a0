import { defineTexts } from '../../messages/use-texts.js';

export const savingTexts = defineTexts({
  en: {
    save: 'Save to a dashboard',
    title: 'Title of the tile',
    shownAs: 'Shown as',
    where: 'Dashboard',
    new: 'A new dashboard',
    name: 'Name of the dashboard',
    nameMissing: 'Give it a name.',
    myDashboard: 'My dashboard',
    cancel: 'Cancel',
    put: 'Save',
    saved: '“{title}” is on the dashboard “{name}” now.',
    open: 'Open the dashboard',
    close: 'Stay here',
  },
  de: {
    save: 'Auf ein Dashboard',
    title: 'Titel der Kachel',
    shownAs: 'Darstellung',
    where: 'Dashboard',
    new: 'Ein neues Dashboard',
    name: 'Name des Dashboards',
    nameMissing: 'Geben Sie einen Namen an.',
    myDashboard: 'Mein Dashboard',
    cancel: 'Abbrechen',
    put: 'Speichern',
    saved: '„{title}“ liegt jetzt auf dem Dashboard „{name}“.',
    open: 'Dashboard öffnen',
    close: 'Hier bleiben',
  },
});
