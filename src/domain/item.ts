/** An item's id: its column name in NHS England's published data. */
export type ItemId = string & { readonly __brand: "ItemId" };

/** Section numbers of the return that hold figures. */
export type Section = 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One figure of the return. `number` is a reconstruction: shown, never keyed on. */
export interface Item {
  readonly id: ItemId;
  readonly number: string;
  readonly section: Section;
  readonly sectionName: string;
  readonly kind: "count" | "total";
  readonly label: string;
  readonly labelStatus: string;
}

/** The items that rules name themselves; every edition must have them. */
export const ITEM = {
  broughtForward: "Complaints_Total_Brought_Forward" as ItemId,
  new: "Complaints_Total_New" as ItemId,
  resolved: "Complaints_Total_Resolved" as ItemId,
  upheld: "Complaints_Number_Upheld" as ItemId,
  partiallyUpheld: "Complaints_Number_Partially_Upheld" as ItemId,
  notUpheld: "Complaints_Number_Not_Upheld" as ItemId,
  carriedForward: "Complaints_Total_Carried_Forward" as ItemId,
  ageUnknown: "Age_Unknown" as ItemId,
  statusOther: "Status_Other" as ItemId,
  serviceOther: "Service_Other" as ItemId,
  otherCommunityHealthcare: "Service_Other_Community_Healthcare" as ItemId,
  subjectOther: "Subject_Area_Other" as ItemId,
  professionOther: "Profession_Other" as ItemId,
} as const;
