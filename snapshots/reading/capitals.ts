/**
 * Capitals that stand for their governments, as journalists write: "Seoul committed to lift its limits". Only as who acts: a meeting in a
 * capital makes its country no party.
 */
const CAPITALS: Readonly<Record<string, readonly string[]>> = {
  AE: ["Abu Dhabi"], AR: ["Buenos Aires"], AU: ["Canberra"], BD: ["Dhaka"], BE: ["Brussels"], BR: ["Brasília", "Brasilia"], CA: ["Ottawa"], CH: ["Bern", "Berne"], CL: ["Santiago"], CN: ["Beijing"], CO: ["Bogotá", "Bogota"],
  DE: ["Berlin"], DK: ["Copenhagen"], EG: ["Cairo"], ES: ["Madrid"], EU: ["Brussels"], FI: ["Helsinki"], FR: ["Paris"], GB: ["London"], GR: ["Athens"], ID: ["Jakarta"], IE: ["Dublin"], IL: ["Jerusalem"], IN: ["New Delhi", "Delhi"],
  IT: ["Rome"], JP: ["Tokyo"], KE: ["Nairobi"], KR: ["Seoul"], KZ: ["Astana"], MX: ["Mexico City"], MY: ["Kuala Lumpur"], NG: ["Abuja"], NL: ["The Hague"], NO: ["Oslo"], NZ: ["Wellington"], PE: ["Lima"], PH: ["Manila"],
  PK: ["Islamabad"], PL: ["Warsaw"], PT: ["Lisbon"], RO: ["Bucharest"], RU: ["Moscow"], SA: ["Riyadh"], SE: ["Stockholm"], TH: ["Bangkok"], TR: ["Ankara"], TW: ["Taipei"], UA: ["Kyiv"], US: ["Washington"], UZ: ["Tashkent"],
  VN: ["Hanoi"], ZA: ["Pretoria"],
};

/** Capitals of a party, by its code; none for organisations without one of their own. */
export const capitalsOf = (code: string): readonly string[] => CAPITALS[code] ?? [];
