export { ECSPRESSO_SUPPLIES, PROFILES, type Profile } from '../../../schemas/profiles';
