/** How often what is complained about, roughly as in national figures; in the words of a made-up trust's system. */
export const SITES = [
  ["RZZ01", "General hospital", 48],
  ["RZZ02", "Healthcare clinic", 14],
  ["RZZ03", "St Swithin's Hospital", 20],
  ["RZZ1A", "Riverside Community Hospital", 10],
  ["", "Health bus", 5],
] as const;

export const SERVICES = [
  ["Inpatient", 34],
  ["Outpatient", 26],
  ["Emergency", 19],
  ["Maternity", 6],
  ["Mental Health", 4],
  ["Other Community Healthcare Services", 6],
  ["GP out of hours", 2],
  ["Ambulance", 1],
  ["5.35 Other", 2],
] as const;

export const SUBJECTS = [
  ["Clinical treatment", 30],
  ["Communications", 22],
  ["Patient care including nutrition/hydration", 14],
  ["Values & Behaviours (Staff)", 12],
  ["Admissions, discharge and transfers (excluding delayed discharge due to absence of care package - see integrated care)", 9],
  ["Appointments (including delays and cancellations)", 9],
  ["Waiting times", 8],
  ["Privacy, dignity and wellbeing", 4],
  ["Trust administration", 4],
  ["7.57", 3],
  ["Subject_Area_End_Of_Life_Care", 2],
  ["Prescribing errors", 3],
  ["Access to treatment or drugs", 3],
  ["Consent to treatment", 1],
  ["Car parking charges", 2],
  ["Other", 2],
] as const;

export const SPECIALTIES = [
  ["General surgery", 14],
  ["Trauma and orthopaedic surgery", 12],
  ["Emergency medicine", 16],
  ["Cardiology", 8],
  ["Geriatric medicine", 10],
  ["Obstetrics and gynaecology", 9],
  ["Paediatrics", 6],
  ["Clinical radiology", 5],
  ["Anaesthetics", 3],
  ["Haematology", 3],
  ["Old age psychiatry", 3],
  ["Clinical oncology", 3],
  ["Restorative dentistry", 2],
] as const;

export const PROFESSIONS = [
  ["Medical", 42],
  ["Nursing", 30],
  ["Scientific, Therapeutic and Technical", 7],
  ["Midwifery", 6],
  ["8.79 Support to clinical staff", 5],
  ["NHS infrastructure support", 7],
  ["Ambulance", 1],
  ["Other", 3],
] as const;

export const COMPLAINANTS = [
  ["Patient", 52],
  ["Parent", 12],
  ["Spouse", 9],
  ["Daughter", 9],
  ["Carer", 4],
  ["Guardian", 1],
  ["Solicitor", 2],
  ["MP", 3],
  ["Other", 5],
] as const;

export const OUTCOMES = [
  ["Upheld", 27],
  ["Partially upheld", 40],
  ["Not upheld", 33],
] as const;

export const DESCRIPTIONS = [
  'Synthetic text: waited "over four hours";\nno one explained why.',
  "Synthetic text: letter went to the wrong address, again.",
  "Synthetic text: discharge at night, without transport",
  "=Synthetic text that starts like a formula",
] as const;
